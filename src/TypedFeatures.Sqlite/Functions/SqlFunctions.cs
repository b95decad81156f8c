using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite.Functions;

/// <summary>
/// The functions that printed plans call and SQLite lacks. All are null where an argument is; aggregates skip nulls and are null over nothing.
/// They are native callbacks: nothing is boxed or allocated per call, and none lets an exception through.
/// </summary>
internal static unsafe class SqlFunctions
{
    /// <summary>Makes the functions known to a connection.</summary>
    public static void Register(SqliteDatabase database)
    {
        Scalar(database, "utf16_length", 1, &Utf16Length.Invoke);
        Scalar(database, "hash_bucket", 2, &HashBucket.Invoke);
        Scalar(database, "add_months", 2, &CalendarMonths.Add);
        Scalar(database, "round_even", 1, &Rounding.RoundEven);
        Scalar(database, "floor", 1, &Rounding.Floor);
        Scalar(database, "ceiling", 1, &Rounding.Ceiling);
        Scalar(database, "truncate", 1, &Rounding.Truncate);
        Scalar(database, "square_root", 1, &PartialFunctions.SquareRoot);
        Scalar(database, "natural_log", 1, &PartialFunctions.Log);
        Scalar(database, "binary_log", 1, &PartialFunctions.Log2);
        Scalar(database, "decimal_log", 1, &PartialFunctions.Log10);
        Scalar(database, "exponential", 1, &PartialFunctions.Exp);
        Scalar(database, "to_power", 2, &PartialFunctions.Pow);
        Scalar(database, "checked_add", 2, &CheckedArithmetic.Add);
        Scalar(database, "checked_subtract", 2, &CheckedArithmetic.Subtract);
        Scalar(database, "checked_multiply", 2, &CheckedArithmetic.Multiply);
        Scalar(database, "checked_divide", 2, &CheckedArithmetic.Divide);
        Scalar(database, "checked_negate", 1, &CheckedArithmetic.Negate);
        Scalar(database, "checked_abs", 1, &CheckedArithmetic.Abs);
        Scalar(database, "to_single", 1, &Rounding.ToSingle);
        Scalar(database, "to_int32", 1, &IntegerConversion.ToInt32);
        Scalar(database, "to_int64", 1, &IntegerConversion.ToInt64);
        Scalar(database, "decayed", 2, &Decay.Invoke);
        Aggregate(database, "var_samp", 1, &Moments.Step, &Moments.FinishSampleVariance);
        Aggregate(database, "var_pop", 1, &Moments.Step, &Moments.FinishVariance);
        Aggregate(database, "stddev_samp", 1, &Moments.Step, &Moments.FinishSampleDeviation);
        Aggregate(database, "stddev_pop", 1, &Moments.Step, &Moments.FinishDeviation);
        Aggregate(database, "percentile", 2, &Percentile.Step, &Percentile.Finish);
        Aggregate(database, "exact_sum", 1, &ExactSum.StepSum, &ExactSum.FinishSum);
        Aggregate(database, "exact_average", 1, &ExactSum.StepAverage, &ExactSum.FinishAverage);
        Aggregate(database, "mode", 1, &Mode.Step, &Mode.Finish);
        Aggregate(database, "top_k", 2, &Totals.StepTop, &Totals.FinishTop);
        Aggregate(database, "count_by", 1, &Totals.StepCount, &Totals.FinishMap);
        Aggregate(database, "sum_by", 2, &Totals.StepSum, &Totals.FinishMap);
        Aggregate(database, "vector_sum", 1, &VectorTotals.Step, &VectorTotals.FinishSum);
        Aggregate(database, "vector_average", 1, &VectorTotals.Step, &VectorTotals.FinishAverage);
        Scalar(database, "zero_vector", 1, &VectorTotals.Zero);
        for (var arguments = 3; arguments <= 5; arguments++)
        {
            Aggregate(database, "first_k", arguments, &RankedList.StepFirst, &RankedList.Finish);
            Aggregate(database, "latest_k", arguments, &RankedList.StepLatest, &RankedList.Finish);
        }

        for (var arguments = 2; arguments <= 4; arguments++)
        {
            Aggregate(database, "latest", arguments, &Latest.StepLatest, &Latest.Finish);
            Aggregate(database, "first", arguments, &Latest.StepFirst, &Latest.Finish);
        }
    }

    private static void Scalar(SqliteDatabase database, string name, int arguments, delegate* unmanaged[Cdecl]<nint, int, nint*, void> function) =>
        Check(database, name, Sqlite3.CreateFunction(database.Handle, name, arguments, Sqlite3.PureFunction, 0, function, null, null, 0));

    private static void Aggregate(
        SqliteDatabase database,
        string name,
        int arguments,
        delegate* unmanaged[Cdecl]<nint, int, nint*, void> step,
        delegate* unmanaged[Cdecl]<nint, void> finish) =>
        Check(database, name, Sqlite3.CreateFunction(database.Handle, name, arguments, Sqlite3.PureFunction, 0, null, step, finish, 0));

    private static void Check(SqliteDatabase database, string name, int result)
    {
        if (result != Sqlite3.Ok)
        {
            throw database.Failure(result, name);
        }
    }
}
