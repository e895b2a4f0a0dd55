# Trúc - see `make help`
CC ?= gcc
BUILD ?= build/release
CFLAGS ?= -O2 -g
WARN = -std=c11 -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Werror
CPPFLAGS += -Iinclude -Isrc -Itables -D_GNU_SOURCE
CORE := src/truc.c $(wildcard $(addprefix src/,base/*.c model/*.c source/*.c text/*.c sentence/*.c word/*.c tag/*.c name/*.c value/*.c fact/*.c)) tables/lex.c
OBJ := $(CORE:%.c=$(BUILD)/%.o)

all: $(BUILD)/libtruc.a

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(WARN) $(CPPFLAGS) $(CFLAGS) -fvisibility=hidden -fPIC -MMD -c $< -o $@

$(BUILD)/gen-lex: gen/lex.c src/base/memory.c src/base/buf.c src/base/utf8.c src/base/hash.c src/text/fold.c
	@mkdir -p $(@D)
	$(CC) $(WARN) $(CPPFLAGS) -O2 $^ -o $@

tables/lex.c tables/lex.h: $(BUILD)/gen-lex $(sort $(wildcard data/lex/*.tsv))
	$(BUILD)/gen-lex tables $(sort $(wildcard data/lex/*.tsv))

$(BUILD)/libtruc.a: $(OBJ)
	rm -f $@ && ar rcs $@ $^

-include $(OBJ:.o=.d)
