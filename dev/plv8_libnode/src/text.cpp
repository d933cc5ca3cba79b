/*
 * Buffers and JSON text, byte by byte (see text.h). Where a number or a string ends is decided here for all of them, and
 * nothing is written but through Bytes, which knows its size.
 */
#include "text.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

Bytes::~Bytes() { free(data_); }

char *Bytes::room(size_t size) {
  size_t needed = size_ + size;
  if (needed > capacity_ || !data_) {
    size_t wanted = needed < 256 ? 256 : needed + needed / 4;
    char *grown = static_cast<char *>(realloc(data_, wanted));
    if (!grown) return nullptr;
    data_ = grown;
    capacity_ = wanted;
  }
  return data_ + size_;
}

bool Bytes::append(const char *data, size_t size) {
  char *to = room(size);
  if (!to) return false;
  if (size > 0) memcpy(to, data, size);
  added(size);
  return true;
}

bool Bytes::append(const char *text) { return append(text, strlen(text)); }

void Bytes::trim(size_t largest) {
  if (capacity_ <= largest) return;
  free(data_);
  data_ = nullptr;
  size_ = capacity_ = 0;
}

bool is_ascii(Text text) {
  const char *data = text.data;
  size_t size = text.size;
  uint64_t word;
  for (; size >= sizeof word; data += sizeof word, size -= sizeof word) {
    memcpy(&word, data, sizeof word);
    if (word & 0x8080808080808080u) return false;
  }
  for (; size > 0; data++, size--)
    if (*data & 0x80) return false;
  return true;
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static bool is_in_number(char c) { return is_digit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E'; }

/* The next number from `from` on, outside of strings; an empty one at the end if there is none. */
static Text next_number(const char *from, const char *end) {
  while (from < end && !is_digit(*from) && *from != '-') {
    if (*from++ != '"') continue;
    while (from < end && *from != '"') from += *from == '\\' && end - from > 1 ? 2 : 1;
    if (from < end) from++;
  }
  const char *start = from;
  while (from < end && is_in_number(*from)) from++;
  return {start, static_cast<size_t>(from - start)};
}

/* 15 digits survive the way through a double, except where doubles get sparse below 1e-300. */
static bool needs_rounding(Text number) {
  int digits = 0;
  for (size_t i = 0; i < number.size; i++) digits += is_digit(number.data[i]);
  return digits > 15 || (number.size > 5 && memcmp(number.data + number.size - 5, "e-3", 3) == 0);
}

bool append_rounded_json(Text json, Bytes &to) {
  const char *end = json.data + json.size, *copied = json.data;
  for (Text number = next_number(json.data, end); number.size > 0; number = next_number(number.data + number.size, end)) {
    char plain[64], rounded[64]; /* JSON.stringify writes at most 25 characters, "%.15g" at most 22 */
    if (number.size >= sizeof plain || !needs_rounding(number)) continue;
    memcpy(plain, number.data, number.size);
    plain[number.size] = '\0';
    int size = snprintf(rounded, sizeof rounded, "%.15g", strtod(plain, nullptr));
    if (!to.append(copied, static_cast<size_t>(number.data - copied)) || !to.append(rounded, static_cast<size_t>(size)))
      return false;
    copied = number.data + number.size;
  }
  if (!to.append(copied, static_cast<size_t>(end - copied))) return false;
  char *terminator = to.room(1);
  if (terminator) *terminator = '\0';
  return terminator != nullptr;
}

Text find_long_number(Text json) {
  const size_t surely_in_range = 300; /* numeric's text has no exponent, so that its length bounds its size */
  const char *end = json.data + json.size;
  Text number = next_number(json.data, end);
  while (number.size > 0 && number.size <= surely_in_range) number = next_number(number.data + number.size, end);
  return number;
}
