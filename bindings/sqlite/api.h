/* SPDX-License-Identifier: Apache-2.0
**
** api.h - put before a source file that is to call SQLite through the table of
** functions that a loadable extension is given (see extension.c).
*/
#ifndef TRUC_SQLITE_API_H
#define TRUC_SQLITE_API_H

#include <sqlite3ext.h>

extern const sqlite3_api_routines *sqlite3_api;

#endif
