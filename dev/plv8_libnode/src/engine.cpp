/*
 * The life of V8 in a backend: start, limits, one isolate, a context for each role, compiling, calling, and telling
 * how a call ended. It knows nothing of Postgres (see bridge.h); every function returns normally.
 */
#include "engine.h"

#include <libplatform/libplatform.h>
#include <pthread.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include <atomic>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <new>
#include <vector>

using v8::Context;
using v8::Isolate;
using v8::Local;
using v8::String;

struct Script {
  v8::Global<v8::Function> function;
  v8::Global<Context> context;
  Script *next, **link; /* all scripts of the isolate, so that they can be emptied before it goes */
  char name[64];        /* a Postgres name is at most 63 bytes */
};

namespace {

/*
 * Two limits. Ours is checked after each full collection and stops the JavaScript; V8's own, at which it gives up
 * the process, lies as far above, because V8 fails a single large allocation (a table that doubles) without
 * asking, and collects in vain for many seconds when it comes near.
 */
const size_t least_headroom_bytes = 256u << 20;
const size_t unwinding_bytes = 64u << 20;
const double seconds_to_stop = 2;
const size_t kept_buffer_bytes = 1u << 20;
const size_t reported_rejections = 8;
const int stack_frames = 10;
const int source_line_characters = 1000, message_characters = 100000;

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

struct Rejection {
  v8::Global<v8::Promise> promise;
  v8::Global<v8::Value> reason;
};

struct Engine {
  Isolate *isolate = nullptr;
  uint32_t epoch = 0;
  char *stack_limit = nullptr;
  size_t heap_bytes = 0;
  double exhausted_at = 0;
  bool started = false, exhausted = false;
  std::atomic<bool> busy{false};
  std::atomic<bool> stopped{false}; /* by the watchdog, or by engine_stop() */
  std::map<uint32_t, v8::Global<Context>> contexts;
  std::vector<Rejection> rejections;
  size_t rejections_dropped = 0;
  Script *scripts = nullptr;
  Outcome outcome = {};
  Buffer result, message, detail, hint, frames, sqlstate;
};

/* Never destroyed: V8 has no business in the exit of a backend. */
Engine &engine = *new Engine;
CountingAllocator &allocator = *new CountingAllocator;
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

/* A builtin that V8 cannot stop may allocate on for minutes: its collections are the only place to end it. */
void on_full_collection(Isolate *isolate, v8::GCType, v8::GCCallbackFlags) {
  if (!engine.busy) return;
  host_collecting();
  v8::HeapStatistics heap;
  isolate->GetHeapStatistics(&heap);
  if (heap.used_heap_size() <= engine.heap_bytes) return;
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

void on_rejection(v8::PromiseRejectMessage message) {
  Isolate *isolate = engine.isolate;
  Local<v8::Promise> promise = message.GetPromise();
  if (message.GetEvent() == v8::kPromiseRejectWithNoHandler) {
    if (engine.rejections.size() < reported_rejections)
      engine.rejections.push_back({{isolate, promise}, {isolate, message.GetValue()}});
    else
      engine.rejections_dropped++;
  } else if (message.GetEvent() == v8::kPromiseHandlerAddedAfterReject) {
    for (auto entry = engine.rejections.begin(); entry != engine.rejections.end(); ++entry)
      if (entry->promise == promise) {
        engine.rejections.erase(entry);
        break;
      }
  }
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
  if (!jit || !code_may_be_generated()) v8::V8::SetFlagsFromString("--jitless");
  platform = v8::platform::NewSingleThreadedDefaultPlatform();
  v8::V8::InitializePlatform(platform.get());
  v8::V8::Initialize();
  engine.started = true;
}

void start_isolate(const Limits &limits) {
  Isolate::CreateParams params;
  allocator.limit = engine.heap_bytes = limits.heap_bytes;
  size_t headroom = limits.heap_bytes > least_headroom_bytes ? limits.heap_bytes : least_headroom_bytes;
  params.constraints.ConfigureDefaultsFromHeapSize(0, limits.heap_bytes + headroom);
  params.array_buffer_allocator = &allocator;
  params.allow_atomics_wait = false;
  params.fatal_error_callback = on_fatal_error;
  params.oom_error_callback = on_out_of_memory;
  Isolate *isolate = Isolate::New(params);
  isolate->Enter();
  isolate->AddGCEpilogueCallback(on_full_collection, v8::kGCTypeMarkSweepCompact);
  isolate->AddNearHeapLimitCallback(on_near_heap_limit, nullptr);
  isolate->SetMicrotasksPolicy(v8::MicrotasksPolicy::kExplicit);
  isolate->SetPromiseRejectCallback(on_rejection);
  isolate->SetCaptureStackTraceForUncaughtExceptions(true, stack_frames);
  pthread_mutex_lock(&isolate_mutex);
  engine.isolate = isolate;
  pthread_mutex_unlock(&isolate_mutex);
  engine.stack_limit = nullptr;
  engine.epoch++;
}

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

const Outcome &refuse(const char *sqlstate, const char *message) {
  engine.outcome.trouble = Trouble::refused;
  engine.outcome.message = {message, strlen(message)};
  engine.outcome.sqlstate = {sqlstate, strlen(sqlstate)};
  return engine.outcome;
}

/* One visit of the Postgres half: resets what the last one left, tidies up when V8 is left again. */
class Visit {
public:
  Visit() {
    engine.exhausted = false;
    engine.outcome = {};
    for (Buffer *buffer : {&engine.result, &engine.message, &engine.detail, &engine.hint, &engine.frames, &engine.sqlstate})
      buffer->clear();
    engine.busy = true;
  }
  ~Visit() {
    engine.busy = false;
    if (host_forget_request()) {
      /* Whatever the watchdog has begun is over when we have the mutex; what it begins later finds no request. */
      pthread_mutex_lock(&isolate_mutex);
      pthread_mutex_unlock(&isolate_mutex);
    }
    bool stopped = engine.stopped.exchange(false);
    if (stopped || engine.exhausted) engine.isolate->CancelTerminateExecution();
    if (stopped) engine.outcome.trouble = Trouble::interrupted;
    if (engine.exhausted) {
      if (!stopped) engine.outcome.trouble = Trouble::out_of_memory;
      end_isolate(); /* what filled it may still be referenced by globals */
    }
  }
};

void append_head(Isolate *isolate, Local<String> string, int longest, Buffer &to) {
  if (string->Length() <= longest) {
    to.append(isolate, string);
    return;
  }
  std::vector<uint16_t> head(static_cast<size_t>(longest));
  Local<String> shown;
  string->Write(isolate, head.data(), 0, longest, String::NO_NULL_TERMINATION);
  if (String::NewFromTwoByte(isolate, head.data(), v8::NewStringType::kNormal, longest).ToLocal(&shown))
    to.append(isolate, shown);
  to.append(" ...");
}

void append_string(v8::TryCatch &guard, Local<Context> context, Local<v8::Value> value, Buffer &to) {
  Local<String> string;
  if (!value->ToString(context).ToLocal(&string)) {
    guard.Reset();
    if (!value->ToDetailString(context).ToLocal(&string)) return; /* runs no JavaScript, does not throw */
  }
  append_head(context->GetIsolate(), string, message_characters, to);
}

void append_property(v8::TryCatch &guard, Local<Context> context, Local<v8::Object> error, const char *name, Buffer &to) {
  Isolate *isolate = context->GetIsolate();
  Local<v8::Value> value;
  if (!error->Get(context, String::NewFromUtf8(isolate, name).ToLocalChecked()).ToLocal(&value)) return guard.Reset();
  if (!value->IsNullOrUndefined()) append_string(guard, context, value, to);
}

void append_frames(Isolate *isolate, Local<v8::Message> message, Buffer &to) {
  Local<v8::StackTrace> trace = message->GetStackTrace();
  /* One frame is the function itself, which the first line names already. */
  if (trace.IsEmpty() || trace->GetFrameCount() < 2) return;
  for (int i = 0; i < trace->GetFrameCount(); i++) {
    Local<v8::StackFrame> frame = trace->GetFrame(isolate, static_cast<uint32_t>(i));
    to.append("\n    at ");
    if (frame->GetFunctionName().IsEmpty() || frame->GetFunctionName()->Length() == 0)
      to.append("<anonymous>");
    else
      to.append(isolate, frame->GetFunctionName());
    char place[40];
    snprintf(place, sizeof place, " (line %d, column %d)", frame->GetLineNumber(), frame->GetColumn());
    to.append(place);
  }
}

/* Reading an exception runs JavaScript again (getters, toString), which may throw or be stopped. */
void describe(v8::TryCatch &caught, Local<Context> context, const char *name) {
  Isolate *isolate = context->GetIsolate();
  engine.outcome.trouble = Trouble::exception;
  if (caught.HasTerminated() || engine.stopped || engine.exhausted) return;
  v8::TryCatch guard(isolate);
  Local<v8::Value> error = caught.Exception();
  append_string(guard, context, error, engine.message);
  if (error->IsObject()) {
    Local<v8::Object> object = error.As<v8::Object>();
    append_property(guard, context, object, "detail", engine.detail);
    append_property(guard, context, object, "hint", engine.hint);
    append_property(guard, context, object, "sqlerrcode", engine.sqlstate);
    append_property(guard, context, object, "context", engine.frames);
  }
  if (!engine.frames.empty()) engine.frames.append("\n");
  engine.frames.append(name);
  engine.frames.append("()");
  Local<v8::Message> message = caught.Message();
  int line;
  Local<String> source;
  if (!message.IsEmpty() && message->GetLineNumber(context).To(&line) && line > 0) {
    char number[24];
    snprintf(number, sizeof number, " LINE %d: ", line);
    engine.frames.append(number);
    if (message->GetSourceLine(context).ToLocal(&source))
      append_head(isolate, source, source_line_characters, engine.frames);
    append_frames(isolate, message, engine.frames);
  }
  engine.outcome.message = engine.message.text();
  engine.outcome.detail = engine.detail.text();
  engine.outcome.hint = engine.hint.text();
  engine.outcome.context = engine.frames.text();
  engine.outcome.sqlstate = engine.sqlstate.text();
}

v8::MaybeLocal<Context> context_of(uint32_t role) {
  auto known = engine.contexts.find(role);
  if (known != engine.contexts.end()) return known->second.Get(engine.isolate);
  Local<Context> made;
  if (!new_context(engine.isolate).ToLocal(&made)) return made;
  engine.contexts[role].Reset(engine.isolate, made);
  return made;
}

Script *compile(uint32_t role, Text name, Text body, const Text *parameters, int count) {
  Isolate *isolate = engine.isolate;
  v8::HandleScope handles(isolate);
  v8::TryCatch caught(isolate);
  Local<Context> context;
  if (!context_of(role).ToLocal(&context)) {
    refuse("53200", "V8 could not make a context for this role");
    return nullptr;
  }
  Context::Scope inside(context);
  Script *script = new (std::nothrow) Script;
  if (!script) {
    refuse("53200", "out of memory");
    return nullptr;
  }
  snprintf(script->name, sizeof script->name, "%.*s", static_cast<int>(name.size), name.data);

  Local<String> source_text, function_name;
  std::vector<Local<String>> names;
  bool ready = new_string(isolate, body).ToLocal(&source_text) && new_string(isolate, name).ToLocal(&function_name);
  for (int i = 0; ready && i < count; i++) {
    Local<String> parameter;
    ready = new_string(isolate, parameters[i]).ToLocal(&parameter);
    if (ready) names.push_back(parameter);
  }
  Local<v8::Function> function;
  if (ready) {
    v8::ScriptCompiler::Source source(source_text, v8::ScriptOrigin(isolate, function_name));
    ready = v8::ScriptCompiler::CompileFunction(context, &source, names.size(), names.data()).ToLocal(&function);
  }
  if (!ready) {
    if (caught.HasCaught())
      describe(caught, context, script->name);
    else
      refuse("42601", "V8 did not accept the name of a parameter");
    delete script;
    return nullptr;
  }
  function->SetName(function_name);
  script->function.Reset(isolate, function);
  script->context.Reset(isolate, context);
  script->next = engine.scripts;
  script->link = &engine.scripts;
  if (script->next) script->next->link = &script->next;
  engine.scripts = script;
  return script;
}

void report_rejections(Local<Context> context) {
  Isolate *isolate = context->GetIsolate();
  std::vector<Rejection> rejections;
  rejections.swap(engine.rejections);
  for (Rejection &rejection : rejections) {
    v8::TryCatch guard(isolate);
    Buffer text;
    text.append("unhandled promise rejection: ");
    append_string(guard, context, rejection.reason.Get(isolate), text);
    if (engine.stopped || engine.exhausted) return;
    if (!host_report(19, text.text())) return engine_stop(isolate);
  }
  if (engine.rejections_dropped > 0) {
    char text[80];
    int size = snprintf(text, sizeof text, "%zu more unhandled promise rejections", engine.rejections_dropped);
    engine.rejections_dropped = 0;
    if (!host_report(19, {text, static_cast<size_t>(size)})) engine_stop(isolate);
  }
}

void call(Script *script, const Value *arguments, int count, Want want) {
  Isolate *isolate = engine.isolate;
  v8::HandleScope handles(isolate);
  Local<Context> context = script->context.Get(isolate);
  Context::Scope inside(context);
  v8::TryCatch caught(isolate);
  Local<v8::Value> few[8], *given = few, result;
  std::vector<Local<v8::Value>> many;
  if (count > 8) {
    many.resize(static_cast<size_t>(count));
    given = many.data();
  }
  bool done = true;
  for (int i = 0; done && i < count; i++) done = value_to_js(context, arguments[i]).ToLocal(&given[i]);
  done = done && script->function.Get(isolate)->Call(context, v8::Object::New(isolate), count, given).ToLocal(&result);
  if (done) {
    isolate->PerformMicrotaskCheckpoint();
    done = !engine.stopped && !engine.exhausted && value_from_js(context, result, want, engine.outcome.value, engine.result);
  }
  if (!done) describe(caught, context, script->name);
  if (!engine.rejections.empty() && !engine.stopped && !engine.exhausted) report_rejections(context);
}

}  // namespace

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

Script *engine_compile(uint32_t role, Text name, Text body, const Text *parameters, int parameter_count,
                       const Outcome **outcome) {
  Script *script;
  {
    Visit visit;
    script = compile(role, name, body, parameters, parameter_count);
  }
  *outcome = &engine.outcome;
  if (engine.outcome.trouble == Trouble::none) return script;
  if (script) engine_free(script);
  return nullptr;
}

const Outcome &engine_call(Script *script, const Value *arguments, int argument_count, Want want) {
  Visit visit;
  call(script, arguments, argument_count, want);
  return engine.outcome;
}

void engine_free(Script *script) {
  *script->link = script->next;
  if (script->next) script->next->link = script->link;
  delete script;
}

void engine_trim() {
  engine.result.trim(kept_buffer_bytes);
  engine.message.trim(kept_buffer_bytes);
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
