using System.Globalization;
using TypedFeatures.Plans;

namespace TypedFeatures.Tests.Store;

public sealed class TrainingFileTests : IDisposable
{
    private static readonly DateTime T = StoreFixture.T;
    private readonly string folder = Directory.CreateTempSubdirectory("typed-features-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Csv_HasKeys_AsOf_CarriedColumns_ThenFeatures()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        fixture.Engine.Add(1, T, 0.1, "a,b");
        fixture.Engine.Add(2, T, 1e300, "say \"hi\"\r\n");
        fixture.Engine.Add(3, T, 12, "");
        Labelled[] rows =
        [
            new(1, true, 0.5, "", Kind.Good),
            new(2, false, null, null, null),
            new(3, true, -1.5, "é\U0001F600", Kind.Bad),
            new(4, false, 2, "x", null),
        ];
        var reports = new Reports<TrainingProgress>();
        var path = Path.Combine(folder, "train.csv");

        var written = await fixture.Store.Training(ClicksView.View, rows, r => new ClicksSpine(r.Id, T.AddTicks(12_340)))
            .WithColumn("label", r => r.Label)
            .WithColumn("weight", r => r.Weight)
            .WithColumn("note", r => r.Note)
            .WithColumn("kind", r => r.Kind)
            .WithProgress(reports)
            .WriteCsvAsync(path);

        written.ShouldBe(4);
        (await File.ReadAllTextAsync(path)).ShouldBe(
            "user_id,as_of,label,weight,note,kind,count,spend,text\r\n"
            + "1,2026-03-10T12:00:00.001234Z,true,0.5,\"\",Good,1,0.1,\"a,b\"\r\n"
            + "2,2026-03-10T12:00:00.001234Z,false,,,,1,1E+300,\"say \"\"hi\"\"\r\n\"\r\n"
            + "3,2026-03-10T12:00:00.001234Z,true,-1.5,é\U0001F600,Bad,1,12,\"\"\r\n"
            + "4,2026-03-10T12:00:00.001234Z,false,2,x,,0,0,\r\n");
        (await File.ReadAllBytesAsync(path))[0].ShouldBe((byte)'u', "no byte order mark");
        reports.All.ShouldBe([new TrainingProgress(4, 4)]);
        Directory.GetFiles(folder).ShouldBe([path]);
    }

    [Fact]
    public async Task Csv_WritesEveryType()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        var path = Path.Combine(folder, "types.csv");
        await fixture.Store.Training(ClicksView.View, [new ClicksSpine(1, T)])
            .WithColumn("int", _ => int.MinValue)
            .WithColumn("long", _ => long.MaxValue)
            .WithColumn("float", _ => 0.1f)
            .WithColumn("negative_zero", _ => -0d)
            .WithColumn("guid", _ => new Guid("0F8FAD5B-D9CB-469F-A165-70867728950E"))
            .WithColumn("instant", _ => new DateTime(1900, 1, 1))
            .WithColumn("offset", _ => new DateTimeOffset(2026, 1, 1, 1, 0, 0, TimeSpan.FromHours(1)))
            .WithColumn("date", _ => new DateOnly(2024, 2, 29))
            .WithColumn("span", _ => TimeSpan.FromSeconds(-1.5))
            .WithColumn("none", _ => default(DateTime?))
            .WriteCsvAsync(path);
        (await File.ReadAllLinesAsync(path))[1].ShouldBe(
            "1,2026-03-10T12:00:00.000000Z,-2147483648,9223372036854775807,0.1,0,0f8fad5b-d9cb-469f-a165-70867728950e,"
            + "1900-01-01T00:00:00.000000Z,2026-01-01T00:00:00.000000Z,2024-02-29,-1500000,,0,0,");
    }

    [Fact]
    public async Task Csv_DoesNotDependOnTheCulture()
    {
        var before = CultureInfo.CurrentCulture;
        var commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        commas.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = commas;
        try
        {
            await using var fixture = await StoreFixture.OpenAsync();
            fixture.Engine.Add(1, T, 1.5);
            var path = Path.Combine(folder, "culture.csv");
            await fixture.Store.Training(ClicksView.View, [new ClicksSpine(1, T)]).WriteCsvAsync(path);
            (await File.ReadAllLinesAsync(path))[1].ShouldEndWith(",1,1.5,");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Failure_LeavesTheOldFile_AndNothingElse()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        var path = Path.Combine(folder, "train.csv");
        await File.WriteAllTextAsync(path, "old");
        var set = fixture.Store.Training(ClicksView.View, [new ClicksSpine(1, T), new ClicksSpine(2, T)])
            .WithColumn("ratio", s => s.UserId == 2 ? double.NaN : 1);

        var error = await Should.ThrowAsync<SpineException>(() => set.WriteCsvAsync(path));

        error.Position.ShouldBe(1);
        error.Field.ShouldBe("ratio");
        (await File.ReadAllTextAsync(path)).ShouldBe("old");
        Directory.GetFiles(folder).ShouldBe([path]);
        fixture.Engine.OpenCursors.ShouldBe(0);
    }

    [Fact]
    public async Task NonFiniteFeature_IsAnErrorWhereNullIsNoValue_AndNullWhereItIs()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        fixture.Engine.Bend = rows =>
        {
            rows[0][4] = double.PositiveInfinity;
            return rows;
        };
        var path = Path.Combine(folder, "train.csv");
        (await Should.ThrowAsync<NonFiniteFeatureException>(() => fixture.Store.Training(ClicksView.View, [new ClicksSpine(1, T)]).WriteCsvAsync(path)))
            .Message.ShouldContain("'clicks.Spend'");

        var nullable = ClicksView.With(d => d with { Features = EquatableArray.Of(d.Features[0], d.Features[1] with { Type = ScalarType.Double.Nullable }, d.Features[2]) });
        await fixture.Store.Training(nullable, [new ClicksSpine(1, T)]).WriteCsvAsync(path);
        (await File.ReadAllLinesAsync(path))[1].ShouldEndWith("Z,0,,");
    }

    [Theory]
    [InlineData("USER_ID")]
    [InlineData("as_of")]
    [InlineData("spend")]
    [InlineData("mine")]
    public async Task ColumnNames_AreUnique_WhateverTheirCase(string name)
    {
        await using var fixture = await StoreFixture.OpenAsync();
        var set = fixture.Store.Training(ClicksView.View, [new ClicksSpine(1, T)]).WithColumn("Mine", s => s.UserId);
        Should.Throw<ArgumentException>(() => set.WithColumn(name, _ => 1)).Message.ShouldContain($"'{name}'");
    }

    [Fact]
    public async Task TypesThatFilesCannotHold_AreRefused()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        Should.Throw<NotSupportedException>(() => fixture.Store.Training(ClicksView.View, [new ClicksSpine(1, T)]).WithColumn("bad", _ => new object()));
    }

    [Fact]
    public async Task EnumValueThatIsNoMember_IsRefused()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        var set = fixture.Store.Training(ClicksView.View, [new ClicksSpine(1, T)]).WithColumn("kind", _ => (Kind)9);
        (await Should.ThrowAsync<SpineException>(() => set.WriteCsvAsync(Path.Combine(folder, "x.csv")))).Field.ShouldBe("kind");
    }

    [Fact]
    public async Task Parquet_IsTheEnginesAffair()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        await Should.ThrowAsync<NotSupportedException>(
            () => fixture.Store.Training(ClicksView.View, [new ClicksSpine(1, T)]).WriteParquetAsync(Path.Combine(folder, "x.parquet")));
    }

    private enum Kind
    {
        Good,
        Bad,
    }

    private sealed record Labelled(long Id, bool Label, double? Weight, string? Note, Kind? Kind);
}
