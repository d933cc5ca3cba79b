/*
 * What the Postgres half does with an outcome, done here without a server: every text is converted in each of three encodings
 * and read to its last byte, so that AddressSanitizer sees each byte that is too many. Jumps as the server does, and so has
 * no destructors.
 */
#include "server.h"
#include "standalone.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <initializer_list>

extern "C" {
#include "mb/pg_wchar.h"
}

[[noreturn]] static void fail(const char *what) {
  fprintf(stderr, "\nproperty violated: %s\n", what);
  abort();
}

/* Well-formed UTF-8 (RFC 3629, section 4). */
static bool is_utf8(Text text) {
  const unsigned char *s = reinterpret_cast<const unsigned char *>(text.data), *end = s + text.size;
  while (s < end) {
    int width = *s < 0x80 ? 1 : *s >= 0xc2 && *s < 0xe0 ? 2 : *s >= 0xe0 && *s < 0xf0 ? 3 : *s >= 0xf0 && *s < 0xf5 ? 4 : 0;
    if (width == 0 || width > end - s) return false;
    for (int i = 1; i < width; i++)
      if ((s[i] & 0xc0) != 0x80) return false;
    if ((*s == 0xe0 && s[1] < 0xa0) || (*s == 0xed && s[1] > 0x9f) || (*s == 0xf0 && s[1] < 0x90) || (*s == 0xf4 && s[1] > 0x8f))
      return false;
    s += width;
  }
  return true;
}

static void check_message(Text message) {
  if (!is_utf8(message)) fail("a message is UTF-8");
  char *volatile converted = nullptr;
  if (sigsetjmp(standalone_error, 0) == 0) {
    converted = message_to_server(message);
    if (standalone_encoding == PG_UTF8 && strlen(converted) != message.size) fail("a message keeps its length");
  }
  free(converted);
}

static void check_result(const Value &value, Want want) {
  bool text = value.tag == Tag::text || value.tag == Tag::json;
  if (text && !is_utf8(value.text)) fail("a result is UTF-8");
  if (value.tag == Tag::json && want == Want::jsonb && strlen(value.text.data) != value.text.size)
    fail("the text of jsonb ends in a NUL");
  if (!text || sigsetjmp(standalone_error, 0) != 0) return;
  Text server = bridge_to_server(value.text);
  if (standalone_encoding != PG_LATIN1 && server.data != value.text.data) fail("UTF-8 is not copied");
  if (standalone_encoding == PG_LATIN1) free(const_cast<char *>(server.data));
}

void convert_outcome(const Outcome &outcome, Want want) {
  for (int encoding : {PG_UTF8, PG_LATIN1, PG_SQL_ASCII}) {
    standalone_encoding = encoding;
    if (outcome.trouble == Trouble::none) check_result(outcome.value, want);
    if (outcome.trouble != Trouble::exception && outcome.trouble != Trouble::refused) continue;
    for (Text text : {outcome.message, outcome.detail, outcome.hint, outcome.context}) check_message(text);
  }
}

void convert_message_of(int encoding, Text message) {
  standalone_encoding = encoding;
  check_message(message);
}
