/*
 * What encodings.cpp needs of the server, for a program that runs without one: an allocator whose blocks AddressSanitizer
 * sees one by one, errors that jump back, and a database encoding that can be chosen. LATIN1 is converted as the server does it.
 */
#include "server.h"

#include <cstdarg>
#include <cstdlib>

extern "C" {
#include "catalog/namespace.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "utils/memutils.h"
}

sigjmp_buf standalone_error;
int standalone_encoding = PG_UTF8;

extern "C" {
volatile sig_atomic_t InterruptPending = false;
void ProcessInterrupts(void) {}

void *palloc(Size size) {
  if (size > MaxAllocSize) siglongjmp(standalone_error, 1);
  return malloc(size);
}
void pfree(void *pointer) { free(pointer); }

bool errstart(int, const char *) { return true; }
bool errstart_cold(int, const char *) { return true; }
void errfinish(const char *, int, const char *) { siglongjmp(standalone_error, 1); }
int errcode(int) { return 0; }
int errmsg(const char *, ...) { return 0; }
int errdetail(const char *, ...) { return 0; }
int errhint(const char *, ...) { return 0; }
void ExceptionalCondition(const char *, const char *, const char *, int) { abort(); }

void initStringInfo(StringInfo text) {
  *text = {static_cast<char *>(malloc(1)), 0, 1, 0};
  text->data[0] = '\0';
}
void enlargeStringInfo(StringInfo text, int needed) {
  if (needed < 0 || static_cast<Size>(text->len) + static_cast<Size>(needed) >= MaxAllocSize) siglongjmp(standalone_error, 1);
  int least = text->len + needed + 1;
  if (least <= text->maxlen) return;
  text->maxlen = least + Min(least, static_cast<int>(MaxAllocSize) - least);
  text->data = static_cast<char *>(realloc(text->data, static_cast<size_t>(text->maxlen)));
}
void appendStringInfoChar(StringInfo text, char c) {
  if (text->len + 1 >= text->maxlen) enlargeStringInfo(text, 1);
  text->data[text->len++] = c;
  text->data[text->len] = '\0';
}

int pg_utf_mblen(const unsigned char *s) { return *s < 0x80 ? 1 : *s < 0xe0 ? 2 : *s < 0xf0 ? 3 : 4; }
int GetDatabaseEncoding(void) { return standalone_encoding; }
const char *GetDatabaseEncodingName(void) { return "standalone"; }
Oid FindDefaultConversionProc(int32, int32) { return standalone_encoding == PG_LATIN1 ? 1 : InvalidOid; }

/* As in the server: at most as much input as surely fits, a NUL behind the output, the end at what LATIN1 has not. */
int pg_do_encoding_conversion_buf(Oid, int, int, unsigned char *from, int size, unsigned char *to, int room, bool) {
  if (size >= (room - 1) / MAX_CONVERSION_GROWTH) size = (room - 1) / MAX_CONVERSION_GROWTH;
  int done = 0;
  while (done < size) {
    int width = pg_utf_mblen(from + done);
    if (width > size - done || width > 2 || (width == 2 && from[done] > 0xc3)) break;
    *to++ = static_cast<unsigned char>(width == 1 ? from[done] : (from[done] << 6) | (from[done + 1] & 0x3f));
    done += width;
  }
  *to = '\0';
  return done;
}

char *pg_server_to_any(const char *text, int, int) { return const_cast<char *>(text); }

char *pg_any_to_server(const char *text, int size, int) {
  if (standalone_encoding != PG_LATIN1) return const_cast<char *>(text);
  unsigned char *from = reinterpret_cast<unsigned char *>(const_cast<char *>(text));
  unsigned char *to = static_cast<unsigned char *>(palloc(static_cast<Size>(size) * MAX_CONVERSION_GROWTH + 1));
  if (pg_do_encoding_conversion_buf(1, PG_UTF8, PG_LATIN1, from, size, to, size * MAX_CONVERSION_GROWTH + 1, false) == size)
    return reinterpret_cast<char *>(to);
  pfree(to);
  siglongjmp(standalone_error, 1);
}
}
