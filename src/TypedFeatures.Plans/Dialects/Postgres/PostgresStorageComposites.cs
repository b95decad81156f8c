namespace TypedFeatures.Plans;

/// <summary>Functions that make lists and maps, in JSON, of the values that a plan gathered. The values' collation comes with them.</summary>
internal static class PostgresStorageComposites
{
    private const string Strict = "LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE";

    /// <summary>The statements, in order.</summary>
    public static IReadOnlyList<string> Create { get; } = [MostFrequent, CountsOf, TotalsOfIntegers, TotalsOfNumerics, TotalsOfDoubles, TotalsOfSingles, CheckedTotals];

    private const string MostFrequent =
        $"""
        CREATE OR REPLACE FUNCTION most_frequent(parts anyarray, length bigint) RETURNS text {Strict} AS $$
        SELECT json_agg(part ORDER BY place)::text FROM (
          SELECT part, row_number() OVER (ORDER BY count(*) DESC, part) AS place FROM unnest(parts) AS u(part) GROUP BY part) AS ranked
        WHERE place <= length $$
        """;

    private const string CountsOf =
        $"""
        CREATE OR REPLACE FUNCTION counts_of(parts anyarray) RETURNS text {Strict} AS $$
        SELECT json_agg(json_build_object('k', part, 'v', n))::text FROM (
          SELECT part, count(*) AS n FROM unnest(parts) AS u(part) GROUP BY part) AS counted $$
        """;

    // A numeric holds any total; whether it fits 64 bits is asked where it is looked at.
    private const string TotalsOfNumerics =
        $"""
        CREATE OR REPLACE FUNCTION totals_by(parts anyarray, amounts bigint[]) RETURNS text {Strict} AS $$
        SELECT json_agg(json_build_object('k', part, 'v', total))::text FROM (
          SELECT part, sum(amount) AS total FROM unnest(parts, amounts) AS u(part, amount) GROUP BY part) AS summed $$
        """;

    private const string TotalsOfIntegers =
        $"""
        CREATE OR REPLACE FUNCTION totals_by(parts anyarray, amounts integer[]) RETURNS text {Strict} AS $$
        SELECT json_agg(json_build_object('k', part, 'v', total))::text FROM (
          SELECT part, sum(amount) AS total FROM unnest(parts, amounts) AS u(part, amount) GROUP BY part) AS summed $$
        """;

    // Null where a total leaves the range of doubles.
    private const string TotalsOfDoubles =
        $"""
        CREATE OR REPLACE FUNCTION totals_by(parts anyarray, amounts double precision[]) RETURNS text {Strict} AS $$
        SELECT json_agg(json_build_object('k', part, 'v', CASE WHEN abs(total) < 'Infinity' THEN total END))::text FROM (
          SELECT part, huge_sum(amount) AS total FROM unnest(parts, amounts) AS u(part, amount) GROUP BY part) AS summed $$
        """;

    private const string TotalsOfSingles =
        $"""
        CREATE OR REPLACE FUNCTION totals_by(parts anyarray, amounts real[]) RETURNS text {Strict} AS $$
        SELECT json_agg(json_build_object('k', part, 'v', total))::text FROM (
          SELECT part, sum(amount::double precision) AS total FROM unnest(parts, amounts) AS u(part, amount) GROUP BY part) AS summed $$
        """;

    private const string CheckedTotals =
        """
        CREATE OR REPLACE FUNCTION checked_totals(totals text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
        BEGIN
          IF EXISTS (SELECT FROM json_array_elements(totals::json) AS pair
            WHERE (pair->>'v')::numeric NOT BETWEEN -9223372036854775808 AND 9223372036854775807) THEN
            RAISE EXCEPTION 'bigint out of range' USING ERRCODE = 'numeric_value_out_of_range';
          END IF;
          RETURN totals;
        END $$
        """;
}
