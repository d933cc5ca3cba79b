/*
 * The visits of the Postgres half: compile a function, call it. Whatever happens inside, a visit returns normally and
 * its outcome says why.
 */
#include "engine.h"

#include <cstdio>
#include <cstring>
#include <new>

using v8::Context;
using v8::Isolate;
using v8::Local;
using v8::String;

namespace {

const unsigned scripts_before_collection = 500;

/*
 * One visit of the Postgres half: resets what the last one left, tidies up when V8 is left again. Relaxed order is
 * enough for the two flags: a signal handler runs in this thread, and between it and the watchdog lies a semaphore.
 */
class Visit {
public:
  Visit() {
    engine.exhausted = false;
    engine.rejections_reported = 0;
    engine.outcome = {};
    for (Bytes *buffer : {&engine.result, &engine.message, &engine.detail, &engine.hint, &engine.frames, &engine.sqlstate})
      buffer->clear();
    engine.busy.store(true, std::memory_order_relaxed);
    std::atomic_signal_fence(std::memory_order_seq_cst);
    host_repeat_request();
  }
  ~Visit() {
    engine.busy.store(false, std::memory_order_relaxed);
    std::atomic_signal_fence(std::memory_order_seq_cst);
    if (host_forget_request()) await_watchdog(); /* what it begins later finds no visit */
    bool stopped = engine.stopped.load(std::memory_order_relaxed);
    if (!is_stopped()) check_heap();
    if (!stopped && !engine.exhausted) return;
    engine.stopped = false;
    engine.isolate->CancelTerminateExecution();
    engine.outcome.trouble = stopped ? Trouble::interrupted : Trouble::out_of_memory;
    if (engine.exhausted) end_isolate(); /* what filled it may still be referenced by globals */
  }
};

/*
 * What a visit left to be done ends with it, because the next one may have another role: first microtasks, then
 * rejections, whose texts run JavaScript and may leave more. After a stop V8 drops microtasks instead of running them.
 */
void settle(Local<Context> context) {
  while (!is_stopped()) {
    engine.isolate->PerformMicrotaskCheckpoint();
    if (!is_stopped() && !report_rejections(context)) return;
  }
  engine.rejections.clear();
  engine.rejections_dropped = 0;
  engine.isolate->TerminateExecution();
  engine.isolate->PerformMicrotaskCheckpoint();
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
    describe(caught, context, script->name);
    settle(context);
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
    done = !is_stopped() && value_from_js(context, result, want, engine.outcome.value, engine.result);
  }
  if (!done) describe(caught, context, script->name);
  settle(context);
}

}  // namespace

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
  /* A script is little to V8's collector, but keeps its source and code alive until it runs. */
  static unsigned freed = 0;
  if (++freed % scripts_before_collection == 0 && engine.isolate) engine.isolate->LowMemoryNotification();
}

void engine_trim() { engine.result.trim(kept_buffer_bytes); }
