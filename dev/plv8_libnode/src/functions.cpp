/*
 * Compiled functions: from a row of pg_proc, or a text, to a script, and the cache of them by function, row version and role.
 * It must not know how a function is called.
 */
#include "postgres_half.h"

extern "C" {
#include "access/htup_details.h"
#include "catalog/pg_proc.h"
#include "funcapi.h"
#include "utils/builtins.h"
#include "utils/hsearch.h"
#include "utils/inval.h"
#include "utils/syscache.h"
}

static HTAB *functions = nullptr;
static uint64 last_serial = 0;
uint64 catalog_changes = 1;
static long sweep_at = 64;

static void on_catalog_change(Datum, int, uint32) { catalog_changes++; }

/* ---- compiling ---- */

static bool is_reserved_word(const char *name) {
  static const char *const words[] = {"break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete",
      "do", "else", "enum", "export", "extends", "false", "finally", "for", "function", "if", "import", "in", "instanceof",
      "new", "null", "return", "super", "switch", "this", "throw", "true", "try", "typeof", "var", "void", "while", "with"};
  for (const char *word : words)
    if (strcmp(word, name) == 0) return true;
  return false;
}

/* ASCII identifiers only: V8 takes any letter, but says no more than "not accepted" to the rest of Unicode. */
static bool is_parameter_name(const char *name) {
  if (*name == '\0' || (*name >= '0' && *name <= '9')) return false;
  for (const char *c = name; *c; c++)
    if (!((*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9') || *c == '_' || *c == '$'))
      return false;
  return !is_reserved_word(name);
}

static int input_parameters(HeapTuple row, Text *parameters) {
  Oid *types;
  char **names, *modes;
  int all = get_func_arg_info(row, &types, &names, &modes), count = 0;
  for (int i = 0; i < all; i++) {
    if (modes && (modes[i] == PROARGMODE_OUT || modes[i] == PROARGMODE_TABLE)) continue;
    char *name = names && is_parameter_name(names[i]) ? names[i] : psprintf("$%d", count + 1);
    parameters[count++] = {name, strlen(name)};
  }
  return count;
}

Script *compile_text(const char *name, const char *body, const Text *parameters, int count) {
  Text name_text = server_to_bridge(name, strlen(name)), body_text = server_to_bridge(body, strlen(body));
  if (body_text.size > longest_source)
    ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
                    errmsg("the body of \"%s\" is too long: %zu bytes", name, body_text.size),
                    errdetail("Compiling cannot be interrupted, so a body may have at most %zu bytes.", longest_source),
                    errhint("Divide it into several functions, or pass what it holds as an argument.")));
  prepare_engine();

  const Outcome *outcome;
  interrupts_enter();
  Script *script = engine_compile(GetUserId(), name_text, body_text, parameters, count, &outcome);
  interrupts_leave(outcome->trouble == Trouble::interrupted);

  if (script == nullptr) raise_outcome(*outcome);
  return script;
}

Script *compile_row(HeapTuple row) {
  Text parameters[FUNC_MAX_ARGS];
  int count = input_parameters(row, parameters);
  for (int i = 0; i < count; i++) parameters[i] = server_to_bridge(parameters[i].data, parameters[i].size);
  bool is_null;
  Datum body = SysCacheGetAttr(PROCOID, row, Anum_pg_proc_prosrc, &is_null);
  return compile_text(NameStr(reinterpret_cast<Form_pg_proc>(GETSTRUCT(row))->proname), TextDatumGetCString(body),
                      parameters, count);
}

/* ---- the cache ---- */

static void forget(Function *function) {
  if (function->script) engine_free(function->script);
  function->script = nullptr;
  function->serial = 0;
}

/* Drops functions that no longer exist; amortized, because it runs each time their number has doubled. */
static void sweep() {
  HASH_SEQ_STATUS scan;
  hash_seq_init(&scan, functions);
  while (Function *function = static_cast<Function *>(hash_seq_search(&scan))) {
    if (function->checked == catalog_changes || SearchSysCacheExists1(PROCOID, ObjectIdGetDatum(function->key.oid)))
      continue;
    forget(function);
    hash_search(functions, &function->key, HASH_REMOVE, nullptr);
  }
  sweep_at = Max(64, 2 * hash_get_num_entries(functions));
}

static void create_cache() {
  HASHCTL control = {};
  control.keysize = sizeof(Function::Key);
  control.entrysize = sizeof(Function);
  functions = hash_create("plv8_libnode functions", 64, &control, HASH_ELEM | HASH_BLOBS);
  CacheRegisterSyscacheCallback(PROCOID, on_catalog_change, static_cast<Datum>(0));
}

static bool is_current(const Function *function, HeapTuple row) {
  return function->script && function->epoch == engine_epoch() &&
         function->xmin == HeapTupleHeaderGetRawXmin(row->t_data) &&
         ItemPointerEquals(const_cast<ItemPointer>(&function->tid), &row->t_self);
}

Function *find_function(Oid oid) {
  if (functions == nullptr) create_cache();
  if (hash_get_num_entries(functions) >= sweep_at) sweep();
  Function::Key key = {oid, GetUserId()};
  bool found;
  Function *function = static_cast<Function *>(hash_search(functions, &key, HASH_ENTER, &found));
  if (!found) {
    function->script = nullptr;
    function->serial = 0;
  }
  uint64 changes = catalog_changes;
  HeapTuple row = SearchSysCache1(PROCOID, ObjectIdGetDatum(oid));
  if (!HeapTupleIsValid(row)) elog(ERROR, "cache lookup failed for function %u", oid);
  if (!is_current(function, row)) {
    forget(function);
    function->script = compile_row(row);
    function->serial = ++last_serial;
    function->epoch = engine_epoch();
    function->xmin = HeapTupleHeaderGetRawXmin(row->t_data);
    function->tid = row->t_self;
  }
  function->checked = changes;
  ReleaseSysCache(row);
  return function;
}
