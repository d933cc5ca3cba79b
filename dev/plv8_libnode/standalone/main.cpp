/*
 * The V8 half and the conversion of texts as a program of its own, for AddressSanitizer, which cannot be brought into a
 * running server. Reads programs from its standard input and answers each with a line; the fuzzer (test/language/fuzz) writes
 * them. A frame is six numbers of 32 bits (number, what the result is wanted as, tag, size of the argument, size of the
 * body, milliseconds), then the bytes of argument and body.
 */
#define PLV8_V8_HALF
#include "standalone.h"

#include <pthread.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>

/* V8 keeps what it has until the process ends. */
extern "C" const char *__asan_default_options() { return "detect_leaks=0:allocator_may_return_null=1"; }

namespace {

const size_t heap_bytes = 64u << 20;
const ptrdiff_t stack_bytes = 2 << 20; /* max_stack_depth's default */
const int latin1 = 8;                  /* PG_LATIN1 */

struct Frame {
  uint32_t number, want, tag, argument_size, body_size, milliseconds;
};

/* The watchdog: counts milliseconds down, then asks for a stop until the visit is over. */
volatile int remaining = 0;
volatile bool requested = false;
bool still_wanted() { return requested; }
bool at_once() { return true; }

void *watch(void *) {
  for (;;) {
    usleep(1000);
    if (remaining > 0 && --remaining == 0) requested = true;
    if (requested) engine_request_interrupt(still_wanted, at_once);
  }
  return nullptr;
}

/* A copy of exactly that size: reading one byte more is a report. */
Text read_exactly(size_t size) {
  char *data = static_cast<char *>(malloc(size));
  if (fread(data, 1, size, stdin) != size) exit(0);
  return {data, size};
}

Value value_of(Tag tag, Text bytes) {
  Value value;
  value.tag = tag;
  if (tag == Tag::text || tag == Tag::json || tag == Tag::bytes)
    value.text = bytes;
  else if (tag == Tag::boolean)
    value.boolean = bytes.size > 0;
  else {
    char whole[8] = {};
    memcpy(whole, bytes.data, bytes.size < 8 ? bytes.size : 8);
    memcpy(&value.bigint, whole, 8);
  }
  return value;
}

/* JSON text or not: neither may read beyond its end. */
void read_as_json(Text bytes) {
  find_long_number(bytes);
  Bytes once, twice;
  if (!append_rounded_json(bytes, once) || !append_rounded_json(once.text(), twice)) return;
}

const char *run(const Frame &frame, Text argument, Text body) {
  static const char *const troubles[] = {"none", "exception", "interrupted", "out_of_memory", "refused"};
  char *here = static_cast<char *>(__builtin_frame_address(0));
  const Outcome *outcome = engine_prepare({here - stack_bytes, heap_bytes, true});
  if (outcome) return troubles[static_cast<int>(outcome->trouble)];
  Text name = {"a", 1}, parameter = {"a", 1};
  remaining = static_cast<int>(frame.milliseconds);
  Script *script = engine_compile(frame.number % 3, name, body, &parameter, 1, &outcome);
  Want want = static_cast<Want>(frame.want % 9);
  if (script) {
    Value value = value_of(static_cast<Tag>(frame.tag % 9), argument);
    outcome = &engine_call(script, &value, 1, want);
  }
  remaining = 0;
  convert_outcome(*outcome, want);
  const char *trouble = troubles[static_cast<int>(outcome->trouble)];
  if (script) engine_free(script);
  engine_trim();
  return trouble;
}

}  // namespace

int main() {
  pthread_t thread;
  pthread_create(&thread, nullptr, watch, nullptr);
  for (Frame frame; fread(&frame, sizeof frame, 1, stdin) == 1;) {
    Text argument = read_exactly(frame.argument_size), body = read_exactly(frame.body_size);
    read_as_json(argument);
    printf("%u %s\n", frame.number, run(frame, argument, body));
    fflush(stdout);
    free(const_cast<char *>(argument.data));
    free(const_cast<char *>(body.data));
  }
  return 0;
}

/* ---- the Postgres half ---- */

void host_repeat_request() {}
bool host_forget_request() {
  bool was = requested;
  requested = false;
  return was;
}
bool host_interrupt() { return requested; }
void host_collecting() {}
bool host_report(int, Text message) {
  convert_message_of(latin1, message);
  return true;
}
bool host_quote(Quote, Text text, void (*take)(void *context, Text text), void *context) {
  char *quoted = static_cast<char *>(malloc(text.size + 2));
  quoted[0] = quoted[text.size + 1] = '\'';
  memcpy(quoted + 1, text.data, text.size);
  take(context, {quoted, text.size + 2});
  free(quoted);
  return true;
}
void host_fatal(Fatal kind, const char *what, const char *where) {
  printf("fatal %s: %s (%s)\n", kind == Fatal::memory ? "memory" : "internal", what, where);
  fflush(stdout);
  _exit(3);
}
