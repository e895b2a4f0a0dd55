## Trúc: Vietnamese news in, a sourced record of foreign relations out.
##
##   make              library and program, into build/release
##   make demo         read the articles of demo/ and show the record
##   make check        build and run all tests; ends in "N passed, N failed"
##   make deps         install what is missing (Debian packages; root or sudo)
##
## Variants, each in its own folder build/VARIANT:
##
##   make debug | asan | ubsan | tsan | cover | fuzz
##   make V=asan check          any target in a variant
##   make CC=clang check        another compiler (folder build/VARIANT-clang)
##
## Checks and tools:
##
##   make check-rooms  a room of src/ may include only rooms before it
##   make V=tsan check-threads   one model, many threads
##   make check-gen    tables/ is what gen/ makes of data/
##   make fmt          lay out the .c files (clang-format); fmt-check only looks
##   make lint         line length, licence lines, long functions
##   make eval         scores against ../shared, if it is there
##   make bench        speed of every stage, start-up time, peak memory, a ledger
##   make bench-scale  a ledger of 60,000 articles: cost, size, latency
##   make cover        runs the tests and lists what share of lines they reach
##
##   make install PREFIX=/usr/local DESTDIR=     uninstall
##   make clean        remove build/
##
## Settings: CC, CFLAGS, LDFLAGS, V (variant), BUILD (folder), PREFIX, DESTDIR,
## SHARED (folder of data and scorers, ../shared), VERBOSE=1 (whole commands).

# ------------------------------------------------------------- settings

ifeq ($(origin CC),default)
CC = gcc
endif
V ?= release
clang_ = $(if $(findstring clang,$(notdir $(CC))),-clang)
BUILD ?= build/$(V)$(clang_)
PREFIX ?= /usr/local
SHARED ?= ../shared

VERSION := $(shell sed -n 's/^\#define TRUC_VERSION "\(.*\)"/\1/p' \
             include/truc/truc.h)
SOVERSION := $(firstword $(subst ., ,$(VERSION)))

san = -O1 -g -fno-omit-frame-pointer -fno-sanitize-recover=all
vflags_release = -O2 -g
vflags_debug = -O0 -g3
vflags_asan = $(san) -fsanitize=address,undefined
vflags_ubsan = $(san) -fsanitize=undefined
vflags_tsan = -O1 -g -fsanitize=thread
vflags_cover = -O0 -g --coverage
vflags_fuzz = $(san) -fsanitize=fuzzer-no-link,address,undefined
ifeq ($(origin vflags_$(V)),undefined)
$(error unknown variant '$(V)'; one of: release debug asan ubsan tsan cover fuzz)
endif

OPT = $(vflags_$(V)) $(CFLAGS)
WARN = -std=c11 -Wall -Wextra -Wpedantic -Wshadow -Wconversion \
       -Wstrict-prototypes -Werror
CPPFLAGS += -Iinclude -Isrc -Itables -I. -D_GNU_SOURCE
LIBS_CORE = -lm
LIBS = -lsqlite3 $(LIBS_CORE) -pthread
# The web page is part of the program alone, of no library; libmicrohttpd is
# loaded when it is served (src/serve/server.c).
LIBS_WEB = -Wl,--as-needed $(LIBS) -ldl
# Packed input: each of these where it is; the program alone uses them.
packs := $(foreach p,zlib:zlib.h:z lzma:lzma.h:lzma zstd:zstd.h:zstd, \
  $(if $(shell echo '\#include <$(word 2,$(subst :, ,$(p)))>' | \
    $(CC) $(CPPFLAGS) $(CFLAGS) -E -x c - >/dev/null 2>&1 && echo y),$(p)))
pack_word = $(foreach p,$(packs),$(word $(1),$(subst :, ,$(p))))
PACKS = $(call pack_word,1)
LIBS_PACK = $(addprefix -l,$(call pack_word,3))

# A line per file; VERBOSE=1 shows the whole commands.
Q = $(if $(VERBOSE),,@)
say = $(if $(VERBOSE),,@echo "  $(@:$(BUILD)/%=%)")

.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules

# ---------------------------------------------------------------- files

ROOMS = base model source text sentence word tag name value fact
CORE := $(sort src/truc.c $(wildcard $(ROOMS:%=src/%/*.c)) \
          $(patsubst gen/%.c,tables/%.c,$(wildcard gen/*.c)))
LEDGER := $(wildcard src/ledger/*.c)
SERVE := $(wildcard src/serve/*.c)
CLI := $(wildcard cli/*.c train/*.c)
obj = $(patsubst %.c,$(BUILD)/%.o,$(1))

LIB_A := $(BUILD)/libtruc.a
LIB_SO := $(BUILD)/libtruc.so.$(VERSION)
LED_A := $(BUILD)/libtruc-ledger.a
WEB_A := $(BUILD)/libtruc-serve.a
LED_SO := $(BUILD)/libtruc-ledger.so.$(VERSION)
PROGRAM := $(BUILD)/truc
EXT_SO := $(BUILD)/truc_fts5.so
PC := $(BUILD)/truc.pc $(BUILD)/truc-ledger.pc

.PHONY: all
all: $(LIB_A) $(LIB_SO) $(LED_A) $(LED_SO) $(EXT_SO) $(PROGRAM) $(PC)

.PHONY: help
help:
	@sed -n 's/^## \{0,1\}//p' Makefile

.PHONY: release debug asan ubsan tsan
release debug asan ubsan tsan:
	@$(MAKE) --no-print-directory V=$@ all

.PHONY: deps
deps:
	@CC=$(CC) tools/deps.sh

# --------------------------------------------------------------- objects

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(say)
	$(Q)$(CC) $(WARN) $(CPPFLAGS) $(OPT) -fvisibility=hidden -fPIC -MMD -MP \
	  -c $< -o $@

$(LIB_A): $(call obj,$(CORE))
	@rm -f $@
	@$(AR) rcs $@ $^
$(LED_A): $(call obj,$(LEDGER))
	@rm -f $@
	@$(AR) rcs $@ $^
$(WEB_A): $(call obj,$(SERVE))
	@rm -f $@
	@$(AR) rcs $@ $^

# The files of the page as numbers, for assets.c.
$(BUILD)/page/serve/style.inc: src/serve/page/style.css
	@mkdir -p $(@D)
	@od -An -v -tu1 $< | sed 's/ *\([0-9][0-9]*\)/\1,/g' > $@
$(BUILD)/src/serve/assets.o: CPPFLAGS += -I$(BUILD)/page
$(BUILD)/src/serve/assets.o: $(BUILD)/page/serve/style.inc

# The sanitizers' own symbols stay open in a shared library.
defs_release = -Wl,-z,defs
defs = $(defs_$(V))
$(LIB_SO): $(call obj,$(CORE)) src/libtruc.map
	$(say)
	$(Q)$(CC) $(OPT) $(LDFLAGS) -shared $(defs) \
	  -Wl,-soname,libtruc.so.$(SOVERSION) \
	  -Wl,--version-script=src/libtruc.map \
	  $(filter %.o,$^) $(LIBS_CORE) -o $@
	@ln -sf $(@F) $(BUILD)/libtruc.so.$(SOVERSION)
	@ln -sf $(@F) $(BUILD)/libtruc.so
# The ledger brings what it needs of the base room along, hidden.
$(LED_SO): $(call obj,$(LEDGER)) $(LIB_A) $(LIB_SO) src/libtruc.map
	$(say)
	$(Q)$(CC) $(OPT) $(LDFLAGS) -shared $(defs) \
	  -Wl,-soname,libtruc-ledger.so.$(SOVERSION) \
	  -Wl,--version-script=src/libtruc.map \
	  $(filter %.o,$^) -L$(BUILD) -Wl,--as-needed -ltruc \
	  -Wl,--exclude-libs,ALL $(LIB_A) -lsqlite3 $(LIBS_CORE) -o $@
	@ln -sf $(@F) $(BUILD)/libtruc-ledger.so.$(SOVERSION)
	@ln -sf $(@F) $(BUILD)/libtruc-ledger.so

# The search's tokenizer for other programs: it calls the SQLite it is loaded
# into, so fts.c is compiled once more, to call through a table.
$(BUILD)/bindings/sqlite/fts.o: src/ledger/fts.c bindings/sqlite/api.h
	@mkdir -p $(@D)
	$(say)
	$(Q)$(CC) $(WARN) $(CPPFLAGS) $(OPT) -fvisibility=hidden -fPIC -MMD -MP \
	  -include bindings/sqlite/api.h -c $< -o $@
$(EXT_SO): $(BUILD)/bindings/sqlite/extension.o \
           $(BUILD)/bindings/sqlite/fts.o $(BUILD)/src/ledger/syllables.o \
           $(LIB_A)
	$(say)
	$(Q)$(CC) $(OPT) $(LDFLAGS) -shared $(defs) -Wl,--exclude-libs,ALL $^ -o $@

# What holds the prefix is made anew when another is given.
$(BUILD)/prefix: force
	@mkdir -p $(@D)
	@echo '$(PREFIX)' | cmp -s - $@ || echo '$(PREFIX)' > $@
.PHONY: force
$(PC) $(BUILD)/cli/model_path.o: $(BUILD)/prefix
$(BUILD)/cli/model_path.o: CPPFLAGS += -DTRUC_DATADIR='"$(PREFIX)/share/truc"'
# ... and likewise what depends on the libraries that were found.
$(BUILD)/packs: force
	@mkdir -p $(@D)
	@echo '$(PACKS)' | cmp -s - $@ || echo '$(PACKS)' > $@
$(BUILD)/cli/unpack.o: $(BUILD)/packs
upper = $(shell echo $(1) | tr a-z A-Z)
$(BUILD)/cli/unpack.o: CPPFLAGS += \
  $(foreach p,$(PACKS),-DTRUC_HAVE_$(call upper,$(p)))
$(PROGRAM): $(call obj,$(CLI)) $(WEB_A) $(LED_A) $(LIB_A)
	$(say)
	$(Q)$(CC) $(OPT) $(LDFLAGS) $^ $(LIBS_WEB) $(LIBS_PACK) -o $@

$(BUILD)/%.pc: doc/%.pc.in include/truc/truc.h
	@mkdir -p $(@D)
	@sed 's|@PREFIX@|$(PREFIX)|; s|@VERSION@|$(VERSION)|' $< > $@

# ---------------------------------------------------------------- tables
#
# gen/NAME.c is a host program `gen-NAME OUT_DIR FILE...`; it makes tables/NAME.*
# of data/NAME/*.  A table is replaced only if it really changed, so that a
# build never touches the tree without cause.

GENS := $(patsubst gen/%.c,%,$(wildcard gen/*.c))
gen_base = src/base/memory.c src/base/buf.c src/base/utf8.c src/base/hash.c \
           src/text/fold.c gen/out/out.c gen/out/lines.c
gen_src_lex = $(gen_base) $(wildcard gen/lex/*.[ch])
gen_src_facts = $(gen_base) src/base/lexicon.c tables/lex.c \
                $(wildcard gen/facts/*.[ch])
gen_src_plover = $(gen_base)
gen_src_confidence = $(gen_base)
data_facts := $(sort $(wildcard data/facts/*.pat))
data_lex := data/known/where.tsv $(sort $(wildcard data/lex/*.tsv)) $(data_facts)
data_plover := data/plover.tsv
data_confidence := data/confidence.tsv
tables_lex = tables/lex.c tables/lex.h
tables_plover = tables/plover.c
tables_confidence = tables/confidence.c
gen_src_known = $(gen_base)
data_known := $(sort $(wildcard data/known/*.tsv))
tables_known = tables/known.c
tables_facts = tables/facts.c $(wildcard tables/facts.h)

define table
$(BUILD)/gen-$(1): gen/$(1).c $(gen_src_$(1)) $(wildcard src/base/*.h \
                   src/name/classes.h src/value/classes.h \
                   src/text/fold.h gen/out/*.h)
	@mkdir -p $$(@D)
	$$(say)
	$(Q)$(CC) $(WARN) $(CPPFLAGS) -O2 $$(filter %.c,$$^) -o $$@
$(BUILD)/gen-$(1).stamp: $(BUILD)/gen-$(1) $(data_$(1))
	@tools/table.sh $(BUILD)/gen-$(1) $(BUILD)/gen-$(1).out tables \
	  $(data_$(1))
	@touch $$@
$(tables_$(1)) &: $(BUILD)/gen-$(1).stamp ;
endef
$(foreach g,$(GENS),$(eval $(call table,$(g))))
# Objects wait for the headers that are made.
$(BUILD)/bindings/sqlite/extension.o $(BUILD)/bindings/sqlite/fts.o \
$(call obj,$(CORE) $(LEDGER) $(SERVE) $(CLI)): | $(GENS:%=$(BUILD)/gen-%.stamp)

.PHONY: check-gen
check-gen: $(GENS:%=$(BUILD)/gen-%)
	@$(foreach g,$(GENS),tools/check-gen.sh $(BUILD)/gen-$(g) \
	  $(BUILD)/check-gen/$(g) $(data_$(g)) &&) :

# ----------------------------------------------------------------- tests

UNIT := $(wildcard test/unit/*.c test/prop/*.c test/oom/*.c)
REPLAY := $(patsubst fuzz/%.c,%,$(wildcard fuzz/*_fuzz.c))
TESTS := $(UNIT:%.c=$(BUILD)/%)
# The suite of sentences with their facts: one program of several files.
FACTS := $(wildcard test/facts/*.c)
SUITE := $(if $(FACTS),$(BUILD)/test/facts/run $(BUILD)/test/names/run) \
         $(BUILD)/test/values/run
# The suite of sentences with their names; it reads JSON as the other does.
NAMES := test/names/run.c test/facts/tree.c
VALUES := test/values/run.c
REPLAYS := $(REPLAY:%=$(BUILD)/fuzz/%)
$(call obj,$(UNIT) $(FACTS) $(NAMES) $(VALUES)): | $(GENS:%=$(BUILD)/gen-%.stamp)

$(TESTS): %: %.o $(WEB_A) $(LED_A) $(LIB_A)
	$(say)
	$(Q)$(CC) $(OPT) $(LDFLAGS) $^ -lcmocka $(LIBS_WEB) -o $@
$(BUILD)/test/facts/run: $(call obj,$(FACTS)) $(LIB_A)
	$(say)
	$(Q)$(CC) $(OPT) $(LDFLAGS) $^ $(LIBS_CORE) -o $@
$(BUILD)/test/names/run $(BUILD)/test/values/run: $(BUILD)/test/%/run: \
  $(BUILD)/test/%/run.o $(BUILD)/test/facts/tree.o $(LIB_A)
	$(say)
	$(Q)$(CC) $(OPT) $(LDFLAGS) $^ $(LIBS_CORE) -o $@
# A fuzz target with a plain main that replays files.
ifeq ($(V),fuzz)
$(REPLAYS): %: %.o $(LED_A) $(LIB_A)
	$(say)
	$(Q)$(CC) $(OPT) -fsanitize=fuzzer $(LDFLAGS) $^ $(LIBS) -o $@
else
$(REPLAYS): %: %.o $(BUILD)/fuzz/replay.o $(LED_A) $(LIB_A)
	$(say)
	$(Q)$(CC) $(OPT) $(LDFLAGS) $^ $(LIBS) -o $@
endif

.PHONY: check
check: deps
	@$(MAKE) --no-print-directory check-run
.PHONY: check-run tests
tests: all $(TESTS) $(SUITE) $(REPLAYS)
check-run: tests
	@tools/run-tests.sh $(BUILD) $(TESTS) $(SUITE) $(REPLAYS)

# The shared model under many threads; worth its time with V=tsan.
.PHONY: check-threads
check-threads: $(BUILD)/test/prop/threads_test
	@tools/run-tests.sh $(BUILD) --only $<

.PHONY: check-rooms
check-rooms:
	@tools/check-rooms.sh --selftest
	@tools/check-rooms.sh

.PHONY: fuzz
fuzz:
	@$(MAKE) --no-print-directory V=fuzz CC=clang BUILD=build/fuzz fuzzers
.PHONY: fuzzers
fuzzers: $(REPLAYS)

.PHONY: cover
cover:
	@$(MAKE) --no-print-directory V=cover BUILD=build/cover check-run
	@tools/cover.sh build/cover

# ----------------------------------------------------------------- tools

SOURCES = $(wildcard include/truc/*.h src/*.c src/*/*.[ch] cli/*.[ch] \
  gen/*.[ch] gen/*/*.[ch] train/*.[ch] test/*/*.[ch] bindings/*/*.[ch] \
  fuzz/*.[ch] bench/*.[ch])

# Headers are laid out by hand: the columns of their comments are read.
FORMATTED = $(filter %.c,$(SOURCES))
.PHONY: fmt fmt-check lint
fmt:
	@clang-format -i $(FORMATTED)
fmt-check:
	@bad=0; for f in $(FORMATTED); do \
	  clang-format $$f | cmp -s - $$f || { echo "$$f: see make fmt"; bad=1; }; \
	done; exit $$bad
lint:
	@tools/check-style.sh $(SOURCES)

.PHONY: demo
demo: deps
	@$(MAKE) --no-print-directory $(PROGRAM)
	@TRUC=$(PROGRAM) demo/run.sh

.PHONY: eval
eval: $(PROGRAM)
	@SHARED=$(SHARED) tools/eval.sh $(PROGRAM)

BENCHES := $(BUILD)/bench/stages $(BUILD)/bench/process $(BUILD)/bench/scale
$(BENCHES): %: %.o $(LED_A) $(LIB_A)
	$(say)
	$(Q)$(CC) $(OPT) $(LDFLAGS) $^ $(LIBS) -o $@
.PHONY: bench
bench: $(PROGRAM) $(BENCHES)
	@SHARED=$(SHARED) bench/run.sh $(BUILD)
# The ledger up to 60,000 articles: some minutes.
.PHONY: bench-scale
bench-scale: $(PROGRAM) $(BENCHES)
	@SHARED=$(SHARED) bench/scale.sh $(BUILD)

# --------------------------------------------------------------- install

bin = $(DESTDIR)$(PREFIX)/bin
lib = $(DESTDIR)$(PREFIX)/lib
inc = $(DESTDIR)$(PREFIX)/include/truc
man = $(DESTDIR)$(PREFIX)/share/man
shr = $(DESTDIR)$(PREFIX)/share/truc
cmp = $(DESTDIR)$(PREFIX)/share/bash-completion/completions
MODELS := $(wildcard models/truc.model models/*.md)

.PHONY: install uninstall
install: all
	install -d $(bin) $(lib)/pkgconfig $(inc) $(man)/man1 $(shr) $(cmp)
	install -m 755 $(PROGRAM) $(bin)/truc
	install -m 644 $(wildcard include/truc/*.h) $(inc)
	install -m 644 $(LIB_A) $(LED_A) $(lib)
	install -m 755 $(LIB_SO) $(LED_SO) $(lib)
	for l in libtruc libtruc-ledger; do \
	  ln -sf $$l.so.$(VERSION) $(lib)/$$l.so.$(SOVERSION); \
	  ln -sf $$l.so.$(SOVERSION) $(lib)/$$l.so; done
	install -d $(lib)/sqlite
	install -m 755 $(EXT_SO) $(lib)/sqlite
	install -m 644 $(PC) $(lib)/pkgconfig
	install -m 644 man/truc.1 $(man)/man1
	$(PROGRAM) completion > $(cmp)/truc
	$(if $(MODELS),install -m 644 $(MODELS) $(shr))
uninstall:
	rm -f $(bin)/truc $(man)/man1/truc.1 $(cmp)/truc
	rm -f $(lib)/sqlite/truc_fts5.so
	rm -f $(lib)/libtruc.* $(lib)/libtruc-ledger.*
	rm -f $(lib)/pkgconfig/truc.pc $(lib)/pkgconfig/truc-ledger.pc
	rm -rf $(inc) $(shr)

.PHONY: clean
clean:
	rm -rf build

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
