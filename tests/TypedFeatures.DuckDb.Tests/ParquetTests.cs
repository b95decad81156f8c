using TypedFeatures.Plans;
using TypedFeatures.Sources;

namespace TypedFeatures.DuckDb.Tests;

public sealed class ParquetTests
{
    private static readonly FieldSchema[] Columns =
    [
        new("Number", "number", ScalarType.Int64),
        new("Text", "text", ScalarType.String.Nullable),
        new("At", "at", ScalarType.DateTime),
    ];

    [DuckDbFact]
    public async Task AFile_HoldsItsRowsInOrder_AndAppearsOnCompletion()
    {
        await using var lake = new ScratchLake();
        var path = Path.Combine(lake.Folder, "new", "it's a file.parquet");
        await using (var writer = await lake.Engine.CreateParquetAsync(path, Columns))
        {
            for (var i = 0; i < 500_000; i++)
            {
                Write(writer.Rows, i);
            }

            File.Exists(path).ShouldBeFalse();
            await writer.CompleteAsync();
        }

        Directory.GetFiles(Path.GetDirectoryName(path)!).ShouldBe([path]);
        (await lake.RowsAsync($"SELECT count(*), sum((number <> file_row_number)::INT), count(text), min(\"at\") FROM read_parquet('{path.Replace("'", "''", StringComparison.Ordinal)}', file_row_number = true)"))
            .ShouldBe(["500000,0,250000,2024-01-01 00:00:00"]);
    }

    [DuckDbFact]
    public async Task WithoutCompletion_NothingIsLeft_AndAnOlderFileStays()
    {
        await using var lake = new ScratchLake();
        var path = Path.Combine(lake.Folder, "train.parquet");
        Directory.CreateDirectory(lake.Folder);
        await File.WriteAllTextAsync(path, "older");
        await using (var writer = await lake.Engine.CreateParquetAsync(path, Columns))
        {
            Write(writer.Rows, 0);
        }

        Directory.GetFiles(lake.Folder).ShouldBe([path]);
        (await File.ReadAllTextAsync(path)).ShouldBe("older");
    }

    [DuckDbFact]
    public async Task ARefusedRow_CanBeAbandoned_AndLeavesNoTrace()
    {
        await using var lake = new ScratchLake();
        var path = Path.Combine(lake.Folder, "train.parquet");
        await using (var writer = await lake.Engine.CreateParquetAsync(path, Columns))
        {
            writer.Rows.Write((long?)null);
            Should.Throw<RowValueException>(() => writer.Rows.Write("\0", isRequired: true));
            writer.Rows.AbandonRow();
            Write(writer.Rows, 1);
            await writer.CompleteAsync();
        }

        (await lake.RowsAsync($"SELECT number, text FROM read_parquet('{path}')")).ShouldBe(["1,null"]);
    }

    [DuckDbFact]
    public async Task ARowOfAnotherShape_IsRefused()
    {
        await using var lake = new ScratchLake();
        await using var writer = await lake.Engine.CreateParquetAsync(Path.Combine(lake.Folder, "train.parquet"), Columns);

        Should.Throw<InvalidOperationException>(() => writer.Rows.Write("text", isRequired: true)).Message.ShouldContain("Column 0");
        writer.Rows.AbandonRow();
        writer.Rows.Write((long?)1);
        Should.Throw<InvalidOperationException>(writer.Rows.EndRow).Message.ShouldContain("3 values; 1");
    }

    [DuckDbFact]
    public async Task Decimals_AreDecimalsOfTheirDigits()
    {
        await using var lake = new ScratchLake();
        var path = Path.Combine(lake.Folder, "train.parquet");
        (string Name, int Precision, int Scale)[] declared = [("price", 9, 2), ("share", 18, 18), ("pieces", 18, 0)];
        await using (var writer = await lake.Engine.CreateParquetAsync(
            path, [.. declared.Select(d => new FieldSchema(d.Name, d.Name, ScalarType.DecimalOf(d.Precision, d.Scale).Nullable))]))
        {
            foreach (var row in new decimal?[][]
            {
                [1_234_567.89m, 0.999_999_999_999_999_999m, 999_999_999_999_999_999m], [-0.01m, -0.000_000_000_000_000_001m, -1m], [2.50m, 0m, 0m], [null, null, null],
            })
            {
                for (var i = 0; i < row.Length; i++)
                {
                    writer.Rows.Write(row[i], declared[i].Precision, declared[i].Scale);
                }

                writer.Rows.EndRow();
            }

            await writer.CompleteAsync();
        }

        (await lake.RowsAsync($"SELECT typeof(price), typeof(share), typeof(pieces) FROM read_parquet('{path}') LIMIT 1"))
            .ShouldBe(["DECIMAL(9,2),DECIMAL(18,18),DECIMAL(18,0)"]);
        (await lake.RowsAsync($"SELECT CAST(price AS VARCHAR), CAST(share AS VARCHAR), CAST(pieces AS VARCHAR) FROM read_parquet('{path}')")).ShouldBe(
        [
            // DuckDB writes no zero before the point where all digits stand behind it.
            "1234567.89,.999999999999999999,999999999999999999", "-0.01,-.000000000000000001,-1", "2.50,.000000000000000000,0", "null,null,null",
        ]);
    }

    private static void Write(RowWriter rows, int i)
    {
        rows.Write((long?)i);
        rows.Write(i % 2 == 0 ? $"a longer text, number {i}" : null, isRequired: false);
        rows.Write((DateTime?)ScratchLake.Time("2024-01-01"));
        rows.EndRow();
    }
}
