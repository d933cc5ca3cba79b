/*
 * Text between the encoding of the server and UTF-8, the only one of the bridge. It must not know what a text is for, except
 * that a message has to arrive.
 */
#include "postgres_half.h"

extern "C" {
#include "catalog/namespace.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "utils/memutils.h"
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif
}

Text server_to_bridge(const char *data, size_t size) {
  char *converted = pg_server_to_any(data, static_cast<int>(size), PG_UTF8);
  return {converted, converted == data ? size : strlen(converted)};
}

/* Nothing of SQL is larger; the server's own complaint would name neither the value nor a remedy. */
void check_size(size_t size) {
  if (size <= MaxAllocSize - VARHDRSZ - 1) return;
  ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("the JavaScript result is too large: %zu bytes", size),
                  errdetail("A value of SQL has less than 1 GB."), errhint("Return less, or in several calls.")));
}

Text bridge_to_server(Text text) {
  check_size(text.size);
  if (memchr(text.data, 0, text.size))
    ereport(ERROR, (errcode(ERRCODE_CHARACTER_NOT_IN_REPERTOIRE),
                    errmsg("invalid byte sequence for encoding \"%s\": 0x00", GetDatabaseEncodingName()),
                    errdetail("The JavaScript string contains U+0000, which no SQL text can hold.")));
  if (GetDatabaseEncoding() == PG_UTF8) return text; /* the engine writes nothing but valid UTF-8 */
  char *converted = pg_any_to_server(text.data, static_cast<int>(text.size), PG_UTF8);
  return {converted, converted == text.data ? text.size : strlen(converted)};
}

/* Converts what the encoding has and puts a question mark for every other character. */
static char *convert_message(char *message, size_t size, Oid converter) {
  const int piece_bytes = 65536; /* the server sizes its buffers by int, at four bytes for one */
  StringInfoData result;
  initStringInfo(&result);
  unsigned char *from = reinterpret_cast<unsigned char *>(message);
  for (size_t left = size; left > 0;) {
    CHECK_FOR_INTERRUPTS(); /* a call of the converter for each character that the encoding lacks */
    int piece = left < static_cast<size_t>(piece_bytes) ? static_cast<int>(left) : piece_bytes;
    enlargeStringInfo(&result, piece * MAX_CONVERSION_GROWTH + 1);
    unsigned char *to = reinterpret_cast<unsigned char *>(result.data + result.len);
    int done = pg_do_encoding_conversion_buf(converter, PG_UTF8, GetDatabaseEncoding(), from, piece, to,
                                             result.maxlen - result.len, true);
    result.len += static_cast<int>(strlen(reinterpret_cast<char *>(to)));
    from += done;
    left -= static_cast<size_t>(done);
    if (done == piece) continue;
    size_t width = static_cast<size_t>(pg_utf_mblen(from));
    if (done > 0 && width > static_cast<size_t>(piece - done) && width <= left) continue; /* only the piece ended here */
    appendStringInfoChar(&result, '?');
    width = Min(width, left);
    from += width;
    left -= width;
  }
  return result.data;
}

char *message_to_server(Text text) {
  char *message = static_cast<char *>(palloc(text.size + 1));
  for (size_t i = 0; i < text.size; i++) message[i] = text.data[i] == '\0' ? '?' : text.data[i];
  message[text.size] = '\0';
  int encoding = GetDatabaseEncoding();
  if (encoding == PG_UTF8) return message;
  Oid converter = FindDefaultConversionProc(PG_UTF8, encoding);
  if (!OidIsValid(converter)) return message; /* SQL_ASCII takes any byte */
  char *converted = convert_message(message, text.size, converter);
  pfree(message);
  return converted;
}
