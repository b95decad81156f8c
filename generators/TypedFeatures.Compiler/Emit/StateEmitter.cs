using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>Writes the state class of a view: what is kept per entity, and the features at an instant.</summary>
internal sealed class StateEmitter(SourceWriter writer, OnlineModel model, ViewNames names)
{
    /// <summary>Writes the class with its row and its windows.</summary>
    public void Emit()
    {
        writer.Gap();
        if (model.HasRowsAlone)
        {
            using (writer.Block(
                $"private sealed class State(long watermark, {Names.Online}RowLog<Row> rows) : "
                + $"{Names.Online}RowState<{names.Key}, {names.Record}, Row>(watermark, rows, {CSharpText.Literal(model.Plan.Retention!.Value)})"))
            {
                EmitEvaluate();
            }
        }
        else
        {
            using var state = writer.Block($"private sealed class State(long watermark, {Names.Online}RowLog<Row> rows) : {Names.Online}FeatureState<{names.Key}, {names.Record}>(watermark)");
            EmitFields();
            EmitLatest();
            EmitAdd();
            EmitEvaluate();
            EmitEncode();
            EmitDecode();
        }

        new RowEmitter(writer, model).Emit();
        if (model.WholePast is { } totals)
        {
            new WindowEmitter(writer, model).EmitTotals(totals);
        }

        foreach (var tile in model.Tiles)
        {
            new WindowEmitter(writer, model).EmitTile(tile);
        }
    }

    private void EmitFields()
    {
        writer.Line("private long? latestOfPast;");
        if (model.WholePast is { } window)
        {
            writer.Line($"private {window.Type} totals;");
        }

        foreach (var tile in model.Tiles)
        {
            writer.Line($"private {LogOf(tile)} {tile.Field} = new({CSharpText.Literal(tile.Width)});");
        }
    }

    private void EmitLatest()
    {
        writer.Gap();
        writer.Line("public override long? LatestEventTime => rows.LatestEventTime is { } latest && !(latest < latestOfPast) ? latest : latestOfPast;");
    }

    private void EmitAdd()
    {
        writer.Gap();
        using var method = writer.Block($"public override void Add({Names.RowCursor} row)");
        writer.Line($"var added = {Names.Online}RowCodec.FromFeed<Row>(row);");
        if (model.RemembersWholePast)
        {
            using (writer.Block("if (added.EventTime <= Watermark)"))
            {
                EmitRemember();
                if (model.WholePast is not null)
                {
                    writer.Line("totals.Add(in added);");
                }
            }

            writer.Gap();
        }

        foreach (var tile in model.Tiles)
        {
            var oldest = StartText("Watermark", new WindowStart(tile.LongestWindow, tile.Width));
            using (writer.Block($"if (added.EventTime <= Watermark && added.EventTime >= {oldest})"))
            {
                if (!model.RemembersWholePast)
                {
                    EmitRemember();
                }

                writer.Line($"{tile.Field}.Add(in added);");
            }

            writer.Gap();
        }

        var needed = model.Plan.Retention is { } retention ? $"Watermark - {CSharpText.Literal(retention)}" : "Watermark";
        using (writer.Block($"if (added.EventTime > {needed})"))
        {
            writer.Line("rows.Add(in added);");
        }
    }

    private void EmitRemember() => writer.Line("latestOfPast = latestOfPast > added.EventTime ? latestOfPast : added.EventTime;");

    private static string LogOf(TileModel tile) => $"{Names.Online}TileLog<{tile.Type}, Row>";

    /// <summary>The first instant of a tiled window.</summary>
    private static string StartText(string asOf, WindowStart start) =>
        $"{Names.Instant}.FloorTo({asOf} - {CSharpText.Literal(start.Length)}, {CSharpText.Literal(start.Tile!.Value)})";

    private void EmitEvaluate()
    {
        var expression = new CSharpExpression(Leaf);
        writer.Gap();
        using var method = writer.Block($"public override {names.Record} Evaluate({names.Key} key, long asOf, out bool found)");
        names.EmitNormalizedKey(writer);
        if (model.Plan.Features.Any(f => f.Value.DescendantsAndSelf().OfType<AsOfInstant>().Any()))
        {
            writer.Line($"var asOfTime = {Names.Instant}.ToDateTime(asOf);");
        }

        EmitFound();
        foreach (var window in model.Windows)
        {
            EmitWindow(window);
        }

        foreach (var tile in model.Tiles)
        {
            foreach (var (bounds, local) in tile.Windows)
            {
                EmitTiledWindow(tile, bounds, local);
            }
        }

        writer.Gap();
        using var record = writer.Block($"return new {names.Record}", ";");
        names.EmitKeyAssignments(writer);
        foreach (var feature in model.Plan.Features)
        {
            writer.Line($"{CSharpText.Identifier(feature.Property)} = {names.OfProperty(feature, FeatureText(feature, expression.Print(feature.Value)))},");
        }
    }

    private void EmitFound()
    {
        if (!model.RemembersWholePast)
        {
            writer.Line($"found = {string.Join(" || ", model.Plan.Starts.SelectMany(FoundText))};");
            return;
        }

        writer.Line("var pending = rows.Window(Watermark, asOf);");
        writer.Line("found = latestOfPast is not null || !pending.IsEmpty;");
    }

    private void EmitWindow(WindowModel window)
    {
        writer.Gap();
        if (window != model.WholePast)
        {
            new WindowEmitter(writer, model).EmitPass(window, RowsText(window.Bounds));
            return;
        }

        writer.Line($"var {window.Local} = pending.IsEmpty ? totals : totals.Copy();");
        using (writer.Block("foreach (ref readonly var row in pending)"))
        {
            writer.Line($"{window.Local}.Add(in row);");
        }
    }

    private void EmitTiledWindow(TileModel tile, WindowBounds bounds, string local)
    {
        writer.Gap();
        writer.Line($"var {local} = default({tile.Type});");
        writer.Line($"{tile.Field}.MergeFrom({StartText("asOf", bounds.Start!)}, ref {local});");
        using (writer.Block($"foreach (ref readonly var row in {PendingText(bounds.Start!)})"))
        {
            writer.Line($"{local}.Add(in row);");
        }
    }

    private string Rows => model.HasRowsAlone ? "Rows" : "rows";

    private string RowsText(WindowBounds bounds)
    {
        if (bounds.Gap is { } gap)
        {
            return $"{Rows}.Session({CSharpText.Literal(gap)}, asOf - {CSharpText.Literal(bounds.Length!.Value)}, asOf)";
        }

        var end = bounds.Offset == 0 ? "asOf" : $"asOf - {CSharpText.Literal(bounds.Offset)}";
        return bounds.Start switch
        {
            null => "pending",
            { Tile: null } start => $"{Rows}.Window(asOf - {CSharpText.Literal(start.Length)}, {end})",
            { } start => $"{Rows}.Window({StartText("asOf", start)} - 1, {end})",
        };
    }

    /// <summary>The rows of a tiled window that are in no tile yet.</summary>
    private string PendingText(WindowStart start) =>
        $"{Rows}.Window(global::System.Math.Max(Watermark, {StartText("asOf", start)} - 1), asOf)";

    /// <summary>Ways to find a row after a start: among the rows where they reach so far, in the tiles and what is pending where they do.</summary>
    private IEnumerable<string> FoundText(WindowStart start)
    {
        if (model.Tiles.Any(t => t.Width == start.Tile && t.Windows.Any(w => w.Bounds.Start == start)))
        {
            return [$"{model.Tiles.First(t => t.Width == start.Tile).Field}.AnyFrom({StartText("asOf", start)})", $"!{PendingText(start)}.IsEmpty"];
        }

        return [$"!{RowsText(new WindowBounds(start.Length, Tile: start.Tile))}.IsEmpty"];
    }

    private void EmitEncode()
    {
        writer.Gap();
        using var method = writer.Block($"public override void Encode(ref {Names.StateWriter} writer)");
        writer.Line("writer.WriteBoolean(latestOfPast is not null);");
        using (writer.Block("if (latestOfPast is { } latest)"))
        {
            writer.Line("writer.WriteInstant(latest, Watermark);");
        }

        writer.Gap();
        if (model.WholePast is not null)
        {
            writer.Line("totals.Write(ref writer);");
        }

        foreach (var tile in model.Tiles)
        {
            writer.Line($"{tile.Field}.Write(ref writer);");
        }

        writer.Line("rows.Write(ref writer);");
    }

    private void EmitDecode()
    {
        writer.Gap();
        using var method = writer.Block($"public static State Decode(long watermark, ref {Names.StateReader} reader)");
        writer.Line("var latestOfPast = reader.ReadBoolean() ? reader.ReadInstant(watermark) : default(long?);");
        if (model.WholePast is { } window)
        {
            writer.Line($"var totals = {window.Type}.Read(ref reader);");
        }

        foreach (var tile in model.Tiles)
        {
            writer.Line($"var {tile.Field} = {LogOf(tile)}.Read(ref reader, {CSharpText.Literal(tile.Width)});");
        }

        writer.Line($"var rows = {Names.Online}RowLog<Row>.Read(ref reader);");
        writer.Line("reader.ExpectEnd();");
        var fields = new List<string> { "latestOfPast" };
        fields.AddRange(model.WholePast is null ? [] : ["totals"]);
        fields.AddRange(model.Tiles.Select(t => t.Field));
        writer.Line($"return new State(watermark, rows) {{ {string.Join(", ", fields.Select(f => $"{f} = {f}"))} }};");
    }

    private string FeatureText(Feature feature, string value)
    {
        var mayBeInfinite = feature.Type.IsFloating || feature.Type is { Kind: ScalarKind.Vector } or { Kind: ScalarKind.Map, Element.IsFloating: true };
        if (!mayBeInfinite)
        {
            return feature.Type.HoldsUnits() ? feature.Type.OfUnits(value) + (feature.Type.Kind == ScalarKind.Map ? "!" : "") : value;
        }

        var cast = feature.Type.Kind == feature.Value.Type.Kind ? value : $"({feature.Type.CSharp()})({value})";
        var finite = feature.Type.IsNullable
            ? $"{Names.FeatureValue}.Finite({cast})"
            : $"{Names.FeatureValue}.Finite({cast}, {CSharpText.Literal(model.Plan.View.Name)}, {CSharpText.Literal(feature.Property)})";
        return feature.Type.HoldsUnits() ? feature.Type.OfUnits(finite) + "!" : finite;
    }

    private string Leaf(Scalar node) => node switch
    {
        AsOfInstant => "asOfTime",
        KeyOf key when model.View.Plan.Keys[key.Index].Type is { Kind: ScalarKind.Decimal } type =>
            $"{Names.DecimalValue}.UnitsOf({names.KeyPart("key", key.Index)}, {CSharpText.Number(type.Scale)})",
        KeyOf key => names.KeyPart("key", key.Index),
        Aggregate aggregate => model.ResultOf(aggregate),
        _ => throw new InvalidOperationException($"A feature-level expression holds a {node.GetType().Name}."),
    };
}
