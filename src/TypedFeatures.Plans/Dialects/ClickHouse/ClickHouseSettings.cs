namespace TypedFeatures.Plans;

/// <summary>
/// The settings that give ClickHouse's SQL the meaning that plans rely on. They go with every statement: a server's or user's profile may say otherwise.
/// </summary>
public static class ClickHouseSettings
{
    /// <summary>Names and values.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Required { get; } =
    [
        // Nulls: a left join's missing side is null, a cast keeps null, least(null, x) is null, null is not IN (null).
        new("join_use_nulls", "1"),
        new("cast_keep_nullable", "1"),
        new("least_greatest_legacy_null_behavior", "1"),
        new("transform_null_in", "0"),
        new("aggregate_functions_null_for_empty", "0"),
        new("data_type_default_nullable", "0"),
        new("insert_null_as_default", "0"),
        new("group_by_use_nulls", "0"),

        // A CASE, AND or OR computes what it chooses and nothing else; every function that may fail is in one.
        new("short_circuit_function_evaluation", "force_enable"),

        // These move a computation out of the CASE that guards it, or drop one that would fail.
        new("optimize_rewrite_aggregate_function_with_if", "0"),
        new("optimize_rewrite_sum_if_to_count_if", "0"),
        new("optimize_arithmetic_operations_in_aggregate_functions", "0"),
        new("optimize_move_to_prewhere", "0"),
        new("query_plan_optimize_prewhere", "0"),

        // A name means the column, not what the same SELECT calls so.
        new("enable_analyzer", "1"),
        new("prefer_column_name_to_alias", "1"),

        // A view may have hundreds of features: by itself the server reads 256 KB and 50,000 nodes.
        new("max_query_size", "16777216"),
        new("max_ast_elements", "5000000"),
        new("max_expanded_ast_elements", "5000000"),

        // Lists and maps leave as JSON: numbers as numbers, what is no number as null.
        new("output_format_json_quote_64bit_integers", "0"),
        new("output_format_json_quote_64bit_floats", "0"),
        new("output_format_json_quote_denormals", "0"),

        // Joins see every pair, keep their conditions beyond equality, and results are whole.
        new("join_default_strictness", "ALL"),
        new("join_algorithm", "parallel_hash,hash"),
        new("final", "0"),
        new("limit", "0"),
        new("offset", "0"),
        new("extremes", "0"),

        // A statement has happened when it is answered, and rows that look alike are rows.
        new("async_insert", "0"),
        new("insert_deduplicate", "0"),

        // A failure in the midst of a result breaks the transfer instead of looking like rows.
        new("http_write_exception_in_output_format", "0"),
        new("cancel_http_readonly_queries_on_client_close", "1"),
    ];
}
