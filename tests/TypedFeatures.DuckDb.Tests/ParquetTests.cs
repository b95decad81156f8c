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

    private static void Write(RowWriter rows, int i)
    {
        rows.Write((long?)i);
        rows.Write(i % 2 == 0 ? $"a longer text, number {i}" : null, isRequired: false);
        rows.Write((DateTime?)ScratchLake.Time("2024-01-01"));
        rows.EndRow();
    }
}
