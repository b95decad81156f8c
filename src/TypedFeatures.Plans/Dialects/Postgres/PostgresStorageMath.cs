namespace TypedFeatures.Plans;

/// <summary>
/// Functions of doubles that plans call, as the language means them. The server's own raise an error where a result leaves the range of doubles, to either side.
/// </summary>
internal static class PostgresStorageMath
{
    private const string Strict = "LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE";

    /// <summary>The statements, in order.</summary>
    public static IReadOnlyList<string> Create { get; } = [Decayed, Exponential, ToPower];

    // 2^-1075 lies halfway between zero and the smallest double, and so is zero; 2^1024 is beyond the largest.
    private const string Decayed =
        $"""
        CREATE OR REPLACE FUNCTION decayed(value double precision, half_lives double precision) RETURNS double precision {Strict} AS $$
        BEGIN
          RETURN ieee_multiply_computed(value, CASE
            WHEN half_lives >= 1075 THEN 0
            WHEN half_lives <= -1024 THEN 'Infinity'::double precision
            ELSE power(2::double precision, -half_lives) END);
        END $$
        """;

    // The bounds are the largest double whose exponential is one, and the smallest that has one.
    private const string Exponential =
        $"""
        CREATE OR REPLACE FUNCTION exponential(x double precision) RETURNS double precision {Strict} AS $$
        BEGIN
          RETURN CASE
            WHEN x > 709.782712893384 OR x = '-Infinity' THEN NULL
            WHEN x < -745.1332191019411 THEN 0
            ELSE exp(x) END;
        END $$
        """;

    // Its logarithm says whether a power is in range; where that is too near to an end to say it, the power is the square of its root.
    private const string ToPower =
        $"""
        CREATE OR REPLACE FUNCTION to_power(x double precision, y double precision) RETURNS double precision {Strict} AS $$
        DECLARE
          logarithm double precision;
          size double precision;
        BEGIN
          IF abs(x) >= 'Infinity' OR abs(y) >= 'Infinity' OR (x = 0 AND y < 0) OR (x < 0 AND y <> floor(y)) THEN
            RETURN NULL;
          END IF;
          IF x = 0 OR y = 0 OR abs(x) = 1 THEN
            RETURN power(x, y);
          END IF;
          logarithm := ieee_multiply_computed(y, ln(abs(x)));
          IF logarithm > 710 THEN
            RETURN NULL;
          END IF;
          IF logarithm < -746 THEN
            RETURN 0;
          END IF;
          IF logarithm BETWEEN -744 AND 709 THEN
            RETURN power(x, y);
          END IF;
          size := power(abs(x), y / 2);
          size := ieee_multiply_computed(size, size);
          RETURN CASE WHEN size = 'Infinity' THEN NULL WHEN x < 0 AND y / 2 <> floor(y / 2) THEN -size ELSE size END;
        END $$
        """;
}
