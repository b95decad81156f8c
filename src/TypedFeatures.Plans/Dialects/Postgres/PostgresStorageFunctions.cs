namespace TypedFeatures.Plans;

/// <summary>
/// The functions that plans call, made once in a store's schema. PostgreSQL's own operators on doubles raise an error where IEEE 754, and so C#, goes on with
/// an infinity or zero. Those named <c>ieee_…</c> without <c>_computed</c> are one expression each, which the planner puts in place of the call.
/// </summary>
public static class PostgresStorageFunctions
{
    private const string Inlined = "LANGUAGE sql IMMUTABLE PARALLEL SAFE";
    private const string Strict = "LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE";

    /// <summary>The statements, in order; each may be run again.</summary>
    public static IReadOnlyList<string> Create { get; } =
    [
        BinaryExponent, Mantissa, MultiplyComputed, DivideComputed, AddComputed, Multiply, Divide, Add, Total, HugeSum,
        ToSingle, IntegerAverage, Utf16Length, MicrosecondsBetween, AddMicroseconds, AddMonths, FloorTo, HashBucket,
        .. PostgresStorageMath.Create, .. PostgresStorageComposites.Create,
    ];

    /// <summary>The table that says which statements were run.</summary>
    public const string CreateMarks = "CREATE TABLE IF NOT EXISTS typed_features_functions (signature text COLLATE \"C\" NOT NULL)";

    /// <summary>Whether the statements with signature <c>$1</c> were run: one row or none.</summary>
    public const string FindMark = "SELECT 1 FROM typed_features_functions WHERE signature = $1";

    /// <summary>Forgets what was run.</summary>
    public const string DeleteMarks = "DELETE FROM typed_features_functions";

    /// <summary>Remembers signature <c>$1</c>.</summary>
    public const string InsertMark = "INSERT INTO typed_features_functions (signature) VALUES ($1)";

    // The exponent's bits lie in the first two bytes; a subnormal number is scaled to have one.
    private const string BinaryExponent =
        $"""
        CREATE OR REPLACE FUNCTION binary_exponent(x double precision) RETURNS integer {Strict} AS $$
        DECLARE
          bytes bytea := float8send(x);
          exponent integer := ((get_byte(bytes, 0) & 127) << 4) | (get_byte(bytes, 1) >> 4);
        BEGIN
          RETURN CASE WHEN exponent = 0 THEN binary_exponent(x * 18446744073709551616::double precision) - 64 ELSE exponent - 1023 END;
        END $$
        """;

    // In two steps, as 2^1074 is no double. Powers of two are exact.
    private const string Mantissa =
        $"""
        CREATE OR REPLACE FUNCTION mantissa(x double precision, exponent integer) RETURNS double precision {Strict} AS $$
        BEGIN
          RETURN abs(x) * power(2::double precision, -(exponent / 2)) * power(2::double precision, -(exponent - exponent / 2));
        END $$
        """;

    // The product of mantissas is rounded as the product itself; it alone says whether that lies beyond the largest double (2^1024 and more) or
    // rounds to zero (2^-1075 and less, where a rounded 2 may have been more, so whole numbers are compared).
    private const string MultiplyComputed =
        $"""
        CREATE OR REPLACE FUNCTION ieee_multiply_computed(a double precision, b double precision) RETURNS double precision {Strict} AS $$
        DECLARE
          exponent integer;
          m double precision;
          n double precision;
        BEGIN
          IF (abs(a) BETWEEN 1e-150 AND 1e150 OR a = 0) AND (abs(b) BETWEEN 1e-150 AND 1e150 OR b = 0) THEN
            RETURN a * b;
          END IF;
          IF a IN (0, 'NaN', 'Infinity', '-Infinity') OR b IN (0, 'NaN', 'Infinity', '-Infinity') THEN
            RETURN a * b;
          END IF;
          exponent := binary_exponent(a) + binary_exponent(b);
          m := mantissa(a, binary_exponent(a));
          n := mantissa(b, binary_exponent(b));
          IF exponent > 1023 OR (exponent = 1023 AND m * n >= 2) THEN
            RETURN sign(a) * sign(b) * 'Infinity'::double precision;
          END IF;
          IF exponent < -1076 OR (exponent = -1075 AND m * n <= 1) OR (exponent = -1076
            AND (m * 4503599627370496)::bigint::numeric * (n * 4503599627370496)::bigint::numeric <= 2 * 4503599627370496::numeric * 4503599627370496) THEN
            RETURN 0;
          END IF;
          RETURN a * b;
        END $$
        """;

    private const string DivideComputed =
        $"""
        CREATE OR REPLACE FUNCTION ieee_divide_computed(a double precision, b double precision) RETURNS double precision {Strict} AS $$
        DECLARE
          exponent integer;
          quotient double precision;
        BEGIN
          IF (abs(a) BETWEEN 1e-150 AND 1e150 OR a = 0) AND abs(b) BETWEEN 1e-150 AND 1e150 THEN
            RETURN a / b;
          END IF;
          IF b = 0 THEN
            RETURN CASE WHEN a IN (0, 'NaN') THEN 'NaN'::double precision ELSE sign(a) * 'Infinity'::double precision END;
          END IF;
          IF a IN (0, 'NaN', 'Infinity', '-Infinity') OR b IN ('NaN', 'Infinity', '-Infinity') THEN
            RETURN a / b;
          END IF;
          exponent := binary_exponent(a) - binary_exponent(b);
          quotient := mantissa(a, binary_exponent(a)) / mantissa(b, binary_exponent(b));
          IF exponent > 1024 OR (exponent = 1024 AND quotient >= 1) THEN
            RETURN sign(a) * sign(b) * 'Infinity'::double precision;
          END IF;
          IF exponent < -1075 OR (exponent = -1075 AND quotient <= 1) THEN
            RETURN 0;
          END IF;
          RETURN a / b;
        END $$
        """;

    // What is below 1e290 is less than half the distance between the two largest doubles. Halves of the others are exact.
    private const string AddComputed =
        $"""
        CREATE OR REPLACE FUNCTION ieee_add_computed(a double precision, b double precision) RETURNS double precision {Strict} AS $$
        BEGIN
          IF abs(a) < 8e307 AND abs(b) < 8e307 THEN
            RETURN a + b;
          END IF;
          IF a IN ('NaN', 'Infinity', '-Infinity') OR b IN ('NaN', 'Infinity', '-Infinity') OR least(abs(a), abs(b)) < 1e290 THEN
            RETURN a + b;
          END IF;
          RETURN CASE WHEN abs(a * 0.5 + b * 0.5) >= power(2::double precision, 1023) THEN sign(a) * 'Infinity'::double precision ELSE a + b END;
        END $$
        """;

    private const string Multiply =
        $"""
        CREATE OR REPLACE FUNCTION ieee_multiply(a double precision, b double precision) RETURNS double precision {Inlined} AS $$
        SELECT CASE WHEN (abs(a) BETWEEN 1e-150 AND 1e150 OR a = 0) AND (abs(b) BETWEEN 1e-150 AND 1e150 OR b = 0) THEN a * b
          ELSE ieee_multiply_computed(a, b) END $$
        """;

    private const string Divide =
        $"""
        CREATE OR REPLACE FUNCTION ieee_divide(a double precision, b double precision) RETURNS double precision {Inlined} AS $$
        SELECT CASE WHEN (abs(a) BETWEEN 1e-150 AND 1e150 OR a = 0) AND abs(b) BETWEEN 1e-150 AND 1e150 THEN a / b
          ELSE ieee_divide_computed(a, b) END $$
        """;

    private const string Add =
        $"""
        CREATE OR REPLACE FUNCTION ieee_add(a double precision, b double precision) RETURNS double precision {Inlined} AS $$
        SELECT CASE WHEN abs(a) < 8e307 AND abs(b) < 8e307 THEN a + b ELSE ieee_add_computed(a, b) END $$
        """;

    private const string Total =
        $"""
        CREATE OR REPLACE FUNCTION ieee_total(ordinary double precision, huge double precision) RETURNS double precision {Inlined} AS $$
        SELECT CASE WHEN huge IS NULL THEN ordinary ELSE ieee_add_computed(coalesce(ordinary, 0), huge) END $$
        """;

    private const string HugeSum =
        """
        CREATE OR REPLACE AGGREGATE huge_sum(double precision)
          (SFUNC = ieee_add_computed, STYPE = double precision, COMBINEFUNC = ieee_add_computed, PARALLEL = SAFE)
        """;

    // From 2^128 − 2^103 on a float rounds to infinity, up to 2^−150 to zero; the cast fails there.
    private const string ToSingle =
        $"""
        CREATE OR REPLACE FUNCTION to_single(x double precision) RETURNS real {Strict} AS $$
        BEGIN
          RETURN CASE
            WHEN x = 'NaN' THEN 'NaN'::real
            WHEN abs(x) >= 340282356779733661637539395458142568448::double precision THEN (sign(x) * 'Infinity'::double precision)::real
            WHEN abs(x) <= power(2::double precision, -150) THEN 0::real
            ELSE x::real END;
        END $$
        """;

    // The exact sum in 64 bits where it fits, else in two halves: the same steps on every engine, so that means agree to the bit.
    private const string IntegerAverage =
        $"""
        CREATE OR REPLACE FUNCTION integer_average(total numeric, n bigint) RETURNS double precision {Inlined} AS $$
        SELECT CASE WHEN total BETWEEN -9223372036854775808 AND 9223372036854775807 THEN total::bigint::double precision
          ELSE div(total - mod(mod(total, 4294967296) + 4294967296, 4294967296), 4294967296)::bigint::double precision * 4294967296::double precision
            + mod(mod(total, 4294967296) + 4294967296, 4294967296)::bigint::double precision END / n::double precision $$
        """;

    // length() counts code points; each one above U+FFFF is two UTF-16 units. Text of ASCII alone has as many bytes as code points.
    private const string Utf16Length =
        $"""
        CREATE OR REPLACE FUNCTION utf16_length(x text) RETURNS integer {Strict} AS $$
        BEGIN
          RETURN CASE WHEN octet_length(x) = length(x) THEN length(x)
            ELSE length(x) + length(regexp_replace(x, '[\u0001-\uFFFF]+', '', 'g')) END;
        END $$
        """;

    private const string MicrosecondsBetween =
        $"""
        CREATE OR REPLACE FUNCTION microseconds_between(earlier timestamp, later timestamp) RETURNS bigint {Inlined} AS $$
        SELECT (extract(epoch FROM later - earlier) * 1000000)::bigint $$
        """;

    // A multiple of the length since 1970, also before it. What is left over is taken off in days and the rest, which are exact.
    private const string FloorTo =
        $"""
        CREATE OR REPLACE FUNCTION floor_to(instant timestamp, length bigint) RETURNS timestamp {Strict} AS $$
        DECLARE
          over bigint := (microseconds_between(timestamp '1970-01-01', instant) % length + length) % length;
        BEGIN
          RETURN instant - make_interval(days => (over / 86400000000)::integer) - (over % 86400000000)::double precision * interval '1 microsecond';
        END $$
        """;

    // An interval times a number goes through a double, which is exact below a day.
    private const string AddMicroseconds =
        $"""
        CREATE OR REPLACE FUNCTION add_microseconds(instant timestamp, microseconds bigint) RETURNS timestamp {Strict} AS $$
        DECLARE
          result timestamp := instant + make_interval(days => (microseconds / 86400000000)::integer)
            + (microseconds % 86400000000)::double precision * interval '1 microsecond';
        BEGIN
          IF result < timestamp '0001-01-01' OR result >= timestamp '10000-01-01' THEN
            RAISE EXCEPTION 'instant out of range' USING ERRCODE = 'datetime_field_overflow';
          END IF;
          RETURN result;
        END $$
        """;

    // A number of months that no instant survives stands for all that are further.
    private const string AddMonths =
        $"""
        CREATE OR REPLACE FUNCTION add_months(instant timestamp, months integer) RETURNS timestamp {Strict} AS $$
        DECLARE
          result timestamp := instant + make_interval(months => greatest(least(months, 120000), -120000));
        BEGIN
          IF result < timestamp '0001-01-01' OR result >= timestamp '10000-01-01' THEN
            RAISE EXCEPTION 'instant out of range' USING ERRCODE = 'datetime_field_overflow';
          END IF;
          RETURN result;
        END $$
        """;

    // Fifteen hexadecimal digits are 60 bits.
    private const string HashBucket =
        $"""
        CREATE OR REPLACE FUNCTION hash_bucket(x text, buckets integer) RETURNS integer {Inlined} AS $$
        SELECT (('x' || left(encode(sha256(convert_to(x, 'UTF8')), 'hex'), 15))::bit(60)::bigint % buckets)::integer $$
        """;
}
