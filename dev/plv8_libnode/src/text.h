/*
 * Bytes, and what can be done to text without V8 and without the server: a buffer that grows, JSON numbers, messages. Both
 * halves may use it. It must allocate with malloc only and neither throw nor longjmp, so that it also runs alone under
 * AddressSanitizer.
 */
#ifndef PLV8_LIBNODE_TEXT_H
#define PLV8_LIBNODE_TEXT_H

#include <cstddef>

/* Bytes that somebody else owns; text is always UTF-8 on the bridge. */
struct Text {
  const char *data;
  size_t size;
};

/* Bytes from malloc. A failed allocation is a return value: the V8 half has neither exceptions nor ereport. */
class Bytes {
public:
  Bytes() = default;
  Bytes(const Bytes &) = delete;
  Bytes &operator=(const Bytes &) = delete;
  ~Bytes();

  bool append(const char *data, size_t size);
  bool append(const char *text);
  /* Room for so many bytes at the end; null if there is none. What was written there counts after added(). */
  char *room(size_t size);
  void added(size_t size) { size_ += size; }
  void clear() { size_ = 0; }
  void trim(size_t largest);
  Text text() const { return {data_ ? data_ : "", size_}; }
  bool empty() const { return size_ == 0; }

private:
  char *data_ = nullptr;
  size_t size_ = 0, capacity_ = 0;
};

bool is_ascii(Text text);

/*
 * Appends JSON text with every number cut to 15 significant digits, as float8's cast to numeric does, and a NUL that its
 * size does not count: an input function reads a C string. False: no memory.
 */
bool append_rounded_json(Text json, Bytes &to);

/* The first number of the JSON text that is too long to be sure of a place in the range of double; size 0 if there is none. */
Text find_long_number(Text json);

#endif
