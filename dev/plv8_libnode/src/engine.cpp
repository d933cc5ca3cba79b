/*
 * The life of V8 in a backend: start, one isolate, its limits of stack and heap, interrupts, and its end. It knows nothing
 * of Postgres (see bridge.h); every function returns normally, except those that end the session.
 */
#include "engine.h"

#include <libplatform/libplatform.h>
#include <pthread.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>

using v8::Isolate;

/* Never destroyed: V8 has no business in the exit of a backend. */
Engine &engine = *new Engine;

namespace {

/*
 * Two limits. Ours is checked after each full collection and stops the JavaScript; V8's own, at which it gives up
 * the process, lies as far above, because V8 fails a single large allocation (a table that doubles) without
 * asking, and collects in vain for many seconds when it comes near.
 */
const size_t least_headroom_bytes = 256u << 20;
const size_t unwinding_bytes = 64u << 20;
const double seconds_to_stop = 2;
const int stack_frames = 10;

class CountingAllocator final : public v8::ArrayBuffer::Allocator {
public:
  void *Allocate(size_t size) override { return count(size, size <= limit ? calloc(1, size) : nullptr); }
  void *AllocateUninitialized(size_t size) override { return count(size, size <= limit ? malloc(size) : nullptr); }
  void Free(void *data, size_t size) override {
    free(data);
    used -= size;
  }
  size_t limit = 0;

private:
  size_t used = 0;

  void *count(size_t size, void *data) {
    if (data && used + size > limit) {
      free(data);
      return nullptr;
    }
    if (data) used += size;
    return data;
  }
};
CountingAllocator &allocator = *new CountingAllocator;
pthread_t main_thread;
std::unique_ptr<v8::Platform> &platform = *new std::unique_ptr<v8::Platform>;

/*
 * Held by the watchdog while it touches the isolate, and here while the isolate comes or goes and when a visit
 * ends that was interrupted: so a request never reaches the visit after the one it was meant for.
 */
pthread_mutex_t isolate_mutex = PTHREAD_MUTEX_INITIALIZER;

void on_interrupt(Isolate *isolate, void *) {
  if (engine.busy && host_interrupt()) engine_stop(isolate);
}

double monotonic_seconds() {
  timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

void stop_exhausted(Isolate *isolate) {
  engine.exhausted = true;
  isolate->TerminateExecution();
}

size_t headroom(size_t heap_bytes) { return heap_bytes > least_headroom_bytes ? heap_bytes : least_headroom_bytes; }

size_t used_heap() {
  v8::HeapStatistics heap;
  engine.isolate->GetHeapStatistics(&heap);
  return heap.used_heap_size();
}

/* A builtin that V8 cannot stop may allocate on for minutes: its collections are the only place to end it. */
void on_full_collection(Isolate *isolate, v8::GCType, v8::GCCallbackFlags) {
  if (!engine.busy) return;
  host_collecting();
  if (used_heap() <= engine.heap_bytes) return;
  if (!engine.exhausted) {
    engine.exhausted_at = monotonic_seconds();
    stop_exhausted(isolate);
  } else if (monotonic_seconds() > engine.exhausted_at + seconds_to_stop) {
    host_fatal(Fatal::memory, "a builtin function of JavaScript exceeded plv8_libnode.memory_limit", "the heap's guard");
  }
}

/* Raises V8's own limit once, for the way out; a builtin that cannot be stopped meets it again and ends the session. */
size_t on_near_heap_limit(void *, size_t current, size_t initial) {
  if (!engine.exhausted) engine.exhausted_at = monotonic_seconds();
  stop_exhausted(engine.isolate);
  return current > initial ? current : current + unwinding_bytes;
}

void on_fatal_error(const char *location, const char *message) { host_fatal(Fatal::internal, message, location); }

void on_out_of_memory(const char *location, bool) { host_fatal(Fatal::memory, "out of memory", location); }

/*
 * C++ would end a failed `new` with abort(), and with it the whole server. Only this thread can end the session; nothing can be
 * done for the watchdog, which allocates a few bytes for a request.
 */
void on_failed_new() {
  if (pthread_equal(pthread_self(), main_thread)) host_fatal(Fatal::memory, "out of memory", "operator new");
  std::set_new_handler(nullptr);
}

/* A failed reservation or a forbidden mprotect makes V8 abort: ask the kernel first. */
bool address_space_suffices() {
  const size_t size = 256u << 20;
  void *probe = mmap(nullptr, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (probe == MAP_FAILED) return false;
  munmap(probe, size);
  return true;
}

bool code_may_be_generated() {
  const size_t size = static_cast<size_t>(sysconf(_SC_PAGESIZE));
  void *probe = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (probe == MAP_FAILED) return false;
  bool allowed = mprotect(probe, size, PROT_READ | PROT_EXEC) == 0;
  munmap(probe, size);
  return allowed;
}

void start_v8(bool jit) {
  /* No thread but our own watchdog, no signal handler, no code that is writable and executable at once. */
  v8::V8::SetFlagsFromString("--single-threaded --no-expose-wasm");
  /*
   * The interpreter looks for interrupts at the end of a loop only each time a budget of executed bytecode is spent, by default
   * 132 kB: a loop of slow builtins would run on for seconds. A budget 528 times smaller, with as many more ticks
   * before a function is optimized, leaves the speed as it was.
   */
  v8::V8::SetFlagsFromString("--interrupt-budget=250 --ticks-before-optimization=1584 "
                             "--bytecode-size-allowance-per-tick=1 --max-bytecode-size-for-early-opt=0 "
                             "--interrupt-budget-for-feedback-allocation=200 "
                             "--interrupt-budget-factor-for-feedback-allocation=1");
  /* This pass over the bytecode of a regular expression takes the square of its length, and looks for no interrupt. */
  v8::V8::SetFlagsFromString("--no-regexp-peephole-optimization");
  if (!jit || !code_may_be_generated()) v8::V8::SetFlagsFromString("--jitless");
  main_thread = pthread_self();
  std::set_new_handler(on_failed_new);
  platform = v8::platform::NewSingleThreadedDefaultPlatform();
  v8::V8::InitializePlatform(platform.get());
  v8::V8::Initialize();
  engine.started = true;
}

void start_isolate(const Limits &limits) {
  Isolate::CreateParams params;
  allocator.limit = engine.heap_bytes = limits.heap_bytes;
  params.constraints.ConfigureDefaultsFromHeapSize(0, limits.heap_bytes + headroom(limits.heap_bytes));
  params.array_buffer_allocator = &allocator;
  params.allow_atomics_wait = false;
  params.fatal_error_callback = on_fatal_error;
  params.oom_error_callback = on_out_of_memory;
  Isolate *isolate = Isolate::New(params);
  isolate->Enter();
  isolate->AddGCEpilogueCallback(on_full_collection, v8::kGCTypeMarkSweepCompact);
  isolate->AddNearHeapLimitCallback(on_near_heap_limit, nullptr);
  isolate->SetMicrotasksPolicy(v8::MicrotasksPolicy::kExplicit);
  isolate->SetPromiseRejectCallback(note_rejection);
  isolate->SetModifyCodeGenerationFromStringsCallback(allow_source);
  isolate->SetCaptureStackTraceForUncaughtExceptions(true, stack_frames);
  pthread_mutex_lock(&isolate_mutex);
  engine.isolate = isolate;
  pthread_mutex_unlock(&isolate_mutex);
  engine.stack_limit = nullptr;
  engine.epoch++;
}

}  // namespace

void end_isolate() {
  Isolate *isolate = engine.isolate;
  pthread_mutex_lock(&isolate_mutex);
  engine.isolate = nullptr;
  pthread_mutex_unlock(&isolate_mutex);
  engine.rejections.clear();
  engine.contexts.clear();
  for (Script *script = engine.scripts; script; script = script->next) {
    script->function.Reset();
    script->context.Reset();
  }
  isolate->Exit();
  isolate->Dispose();
  engine.epoch++;
}

/*
 * A builtin that makes one large object passes both limits without a collection. Looked for once in a tick of the kernel's
 * coarse clock (1 to 10 ms): a call that takes less cannot fill as much.
 */
void check_heap() {
  static timespec checked;
  timespec now;
  clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
  if (now.tv_nsec == checked.tv_nsec && now.tv_sec == checked.tv_sec) return;
  checked = now;
  size_t used = used_heap();
  if (used <= engine.heap_bytes) return;
  if (used <= engine.heap_bytes + headroom(engine.heap_bytes)) {
    engine.isolate->LowMemoryNotification(); /* collects, and gives back to the system what was garbage */
    if (used_heap() <= engine.heap_bytes) return;
  }
  engine.exhausted = true;
}

void await_watchdog() {
  pthread_mutex_lock(&isolate_mutex);
  pthread_mutex_unlock(&isolate_mutex);
}

const Outcome &refuse(const char *sqlstate, const char *message) {
  engine.outcome.trouble = Trouble::refused;
  engine.outcome.message = {message, strlen(message)};
  engine.outcome.sqlstate = {sqlstate, strlen(sqlstate)};
  return engine.outcome;
}

void engine_stop(Isolate *isolate) {
  engine.stopped = true;
  isolate->TerminateExecution();
}

uint32_t engine_epoch() { return engine.epoch; }

const Outcome *engine_prepare(const Limits &limits) {
  if (engine.busy) return &refuse("XX000", "V8 was entered while it was running");
  if (!engine.isolate) {
    if (!address_space_suffices())
      return &refuse("53200", "V8 needs 256 MB of address space to start (see ulimit -v)");
    if (!engine.started) start_v8(limits.jit);
    start_isolate(limits);
  }
  if (engine.stack_limit != limits.stack_limit) {
    engine.stack_limit = limits.stack_limit;
    engine.isolate->SetStackLimit(reinterpret_cast<uintptr_t>(limits.stack_limit));
  }
  return nullptr;
}

void engine_request_interrupt(bool (*still_wanted)(), bool (*stop_at_once)()) {
  pthread_mutex_lock(&isolate_mutex);
  if (engine.isolate && engine.busy && still_wanted()) {
    if (stop_at_once()) { /* long operations on BigInt look for this only */
      engine.stopped = true;
      engine.isolate->TerminateExecution();
    } else {
      engine.isolate->RequestInterrupt(on_interrupt, nullptr);
    }
  }
  pthread_mutex_unlock(&isolate_mutex);
}

/*
 * V8 ends a failed CHECK and sizes it will not handle ("invalid size error") in these two functions, and they in
 * abort(), which would restart the whole server. libnode calls them through its symbol table, where ours come first.
 */
__attribute__((format(printf, 1, 2))) void V8_Fatal(const char *format, ...) {
  char text[500];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  host_fatal(Fatal::internal, text, "V8_Fatal");
}

namespace v8 {
namespace base {
class OS {
public:
  [[noreturn]] static void Abort();
};
void OS::Abort() { host_fatal(Fatal::internal, "V8 aborted", "OS::Abort"); }
}  // namespace base
}  // namespace v8
