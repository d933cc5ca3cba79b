/*
 * The procedural language as Postgres sees it: call handler, inline handler, validator, settings. Each entry shows the
 * three phases: Postgres (plans, arguments; may ereport), V8 (one visit between interrupts_enter and interrupts_leave;
 * cannot), Postgres (errors, result; may again).
 */
#include "postgres_half.h"

extern "C" {
#include "access/htup_details.h"
#include "catalog/pg_proc.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "funcapi.h"
#include "tcop/tcopprot.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"

PG_MODULE_MAGIC;

void _PG_init(void);
PG_FUNCTION_INFO_V1(plv8_libnode_call_handler);
PG_FUNCTION_INFO_V1(plv8_libnode_inline_handler);
PG_FUNCTION_INFO_V1(plv8_libnode_validator);
}

/* The V8 half cannot see elog.h and repeats these. */
static_assert(DEBUG5 == 10 && DEBUG1 == 14 && LOG == 15 && INFO == 17 && NOTICE == 18 && WARNING == 19 && ERROR == 21,
              "levels in plv8_object.cpp");

static int memory_limit_mb = 256;
static bool jit_allowed = true;

static const long stack_slop = 1024 * 1024;

/* What one call site keeps in fn_extra: polymorphic types are known only there. */
struct CallPlan {
  Function *function;
  uint64 serial;
  Oid role;
  int argument_count;
  ResultPlan result;
  ArgumentPlan arguments[FLEXIBLE_ARRAY_MEMBER];
};

/* Preloading runs this in the postmaster: nothing of V8 may start here, threads and random seeds do not survive fork. */
void _PG_init(void) {
  DefineCustomIntVariable("plv8_libnode.memory_limit", "Limit of the JavaScript heap of a session.",
                          "Beyond it the statement fails with SQLSTATE 53200. Read when a session starts its JavaScript.",
                          &memory_limit_mb, 256, 32, 4096, PGC_SUSET, GUC_UNIT_MB, nullptr, nullptr, nullptr);
  DefineCustomBoolVariable("plv8_libnode.jit", "Whether V8 may generate machine code.",
                           "Off: interpreter only. Read when a session starts its JavaScript.", &jit_allowed, true,
                           PGC_SUSET, 0, nullptr, nullptr, nullptr);
#if PG_VERSION_NUM >= 150000
  MarkGUCPrefixReserved("plv8_libnode");
#else
  EmitWarningsOnPlaceholders("plv8_libnode");
#endif
}

/* ---- limits ---- */

/* V8 wants an address. Measured from the server's own stack base, so that deep SQL leaves less to JavaScript. */
static char *stack_limit() {
  static int depth_kb = 0;
  static char *limit = nullptr;
  if (likely(depth_kb == max_stack_depth)) return limit;
  pg_stack_base_t base = set_stack_base();
  restore_stack_base(base);
  if (base == nullptr) base = static_cast<char *>(__builtin_frame_address(0)); /* postgres --single */
  long depth = max_stack_depth * 1024L, available = get_stack_depth_rlimit();
  if (available > 2 * stack_slop && depth > available - stack_slop) depth = available - stack_slop;
  limit = base - depth;
  depth_kb = max_stack_depth;
  return limit;
}

void prepare_engine() {
  interrupts_start();
  check_stack_depth();
  const Outcome *refusal =
      engine_prepare({stack_limit(), static_cast<size_t>(memory_limit_mb) * 1024 * 1024, jit_allowed});
  if (unlikely(refusal != nullptr)) raise_outcome(*refusal);
}

/* ---- errors ---- */

static int sqlstate_of(Text text, int otherwise) {
  if (text.size != 5) return otherwise;
  for (size_t i = 0; i < 5; i++)
    if (!(text.data[i] >= '0' && text.data[i] <= '9') && !(text.data[i] >= 'A' && text.data[i] <= 'Z')) return otherwise;
  if (text.data[0] == '0' && text.data[1] <= '2') return otherwise; /* success, warning, no data */
  return MAKE_SQLSTATE(text.data[0], text.data[1], text.data[2], text.data[3], text.data[4]);
}

void raise_outcome(const Outcome &outcome) {
  if (outcome.trouble == Trouble::out_of_memory)
    ereport(ERROR, (errcode(ERRCODE_OUT_OF_MEMORY), errmsg("JavaScript ran out of memory"),
                    errdetail("Its heap exceeded plv8_libnode.memory_limit and was emptied; global variables are lost.")));
  int code = sqlstate_of(outcome.sqlstate, ERRCODE_INTERNAL_ERROR);
  char *message = message_to_server(outcome.message);
  char *detail = message_to_server(outcome.detail), *hint = message_to_server(outcome.hint);
  char *context = message_to_server(outcome.context);
  if (strncmp(message, "Error: ", 7) == 0) message += 7;
  ereport(ERROR, (errcode(code), errmsg_internal("%s", message), *detail ? errdetail_internal("%s", detail) : 0,
                  *hint ? errhint("%s", hint) : 0, *context ? errcontext("%s", context) : 0));
  pg_unreachable();
}

/* ---- plans ---- */

static void check_kind(Form_pg_proc form) {
  const char *what = form->proretset                      ? "functions that return sets"
                     : form->prokind == PROKIND_WINDOW    ? "window functions"
                     : form->prokind == PROKIND_AGGREGATE ? "aggregates"
                                                          : nullptr;
  if (what)
    ereport(ERROR, (errcode(ERRCODE_FEATURE_NOT_SUPPORTED), errmsg("plv8_libnode does not run %s", what),
                    errhint("%s", plain_values_hint)));
}

static Oid actual_type(Oid declared, FmgrInfo *flinfo, int argument) {
  if (!IsPolymorphicType(declared)) return declared;
  Oid actual = argument < 0 ? get_fn_expr_rettype(flinfo) : get_fn_expr_argtype(flinfo, argument);
  if (!OidIsValid(actual))
    ereport(ERROR, (errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
                    errmsg("could not determine the actual type of a polymorphic value")));
  return actual;
}

static CallPlan *make_plan(FmgrInfo *flinfo) {
  HeapTuple row = SearchSysCache1(PROCOID, ObjectIdGetDatum(flinfo->fn_oid));
  if (!HeapTupleIsValid(row)) elog(ERROR, "cache lookup failed for function %u", flinfo->fn_oid);
  Form_pg_proc form = reinterpret_cast<Form_pg_proc>(GETSTRUCT(row));
  check_kind(form);
  int count = form->pronargs;
  CallPlan *plan = static_cast<CallPlan *>(
      MemoryContextAllocZero(flinfo->fn_mcxt, offsetof(CallPlan, arguments) + sizeof(ArgumentPlan) * count));
  plan->argument_count = count;
  plan_result(&plan->result, actual_type(form->prorettype, flinfo, -1), flinfo->fn_mcxt);
  for (int i = 0; i < count; i++)
    plan_argument(&plan->arguments[i], actual_type(form->proargtypes.values[i], flinfo, i), flinfo->fn_mcxt);
  ReleaseSysCache(row);
  flinfo->fn_extra = plan;
  return plan;
}

static inline bool is_ready(const CallPlan *plan) {
  return plan->function && plan->function->serial == plan->serial && plan->role == GetUserId() &&
         plan->function->checked == catalog_changes && plan->function->epoch == engine_epoch();
}

/* ---- entry points ---- */

/* A large result leaves the engine's buffer, whatever becomes of it; a small one is not worth the setjmp. */
static Datum take_result(ResultPlan *plan, const Value &value, bool *is_null) {
  const size_t small = 1u << 18;
  bool text = value.tag == Tag::text || value.tag == Tag::json || value.tag == Tag::bytes;
  if (likely(!text || value.text.size < small)) return result_to_datum(plan, value, is_null);
  volatile Datum result = 0;
  PG_TRY();
  {
    result = result_to_datum(plan, value, is_null);
  }
  PG_FINALLY();
  {
    engine_trim();
  }
  PG_END_TRY();
  return result;
}

Datum plv8_libnode_call_handler(PG_FUNCTION_ARGS) {
  if (CALLED_AS_TRIGGER(fcinfo)) check_result_type(TRIGGEROID, false);
  CallPlan *plan = static_cast<CallPlan *>(fcinfo->flinfo->fn_extra);
  if (unlikely(plan == nullptr)) plan = make_plan(fcinfo->flinfo);
  Value arguments[FUNC_MAX_ARGS];
  for (int i = 0; i < plan->argument_count; i++) {
    if (fcinfo->args[i].isnull)
      arguments[i].tag = Tag::null;
    else
      arguments[i] = argument_to_value(&plan->arguments[i], fcinfo->args[i].value);
  }
  prepare_engine();
  if (unlikely(!is_ready(plan))) { /* last, because converting an argument may change the catalog or run JavaScript */
    plan->function = find_function(fcinfo->flinfo->fn_oid);
    plan->serial = plan->function->serial;
    plan->role = GetUserId();
  }

  interrupts_enter();
  const Outcome &outcome = engine_call(plan->function->script, arguments, plan->argument_count, plan->result.want);
  interrupts_leave(outcome.trouble == Trouble::interrupted);

  if (unlikely(outcome.trouble != Trouble::none)) raise_outcome(outcome);
  return take_result(&plan->result, outcome.value, &fcinfo->isnull);
}

Datum plv8_libnode_inline_handler(PG_FUNCTION_ARGS) {
  InlineCodeBlock *block = static_cast<InlineCodeBlock *>(static_cast<void *>(PG_GETARG_POINTER(0)));
  Script *script = compile_text("inline_code_block", block->source_text, nullptr, 0);

  interrupts_enter();
  const Outcome &outcome = engine_call(script, nullptr, 0, Want::nothing);
  engine_free(script);
  interrupts_leave(outcome.trouble == Trouble::interrupted);

  if (outcome.trouble != Trouble::none) raise_outcome(outcome);
  PG_RETURN_VOID();
}

Datum plv8_libnode_validator(PG_FUNCTION_ARGS) {
  Oid oid = PG_GETARG_OID(0);
  if (!CheckFunctionValidatorAccess(fcinfo->flinfo->fn_oid, oid)) PG_RETURN_VOID();
  HeapTuple row = SearchSysCache1(PROCOID, ObjectIdGetDatum(oid));
  if (!HeapTupleIsValid(row)) elog(ERROR, "cache lookup failed for function %u", oid);
  Form_pg_proc form = reinterpret_cast<Form_pg_proc>(GETSTRUCT(row));
  check_kind(form);
  check_result_type(form->prorettype, true);
  for (int i = 0; i < form->pronargs; i++) check_argument_type(form->proargtypes.values[i], true);
  if (check_function_bodies) engine_free(compile_row(row));
  ReleaseSysCache(row);
  PG_RETURN_VOID();
}
