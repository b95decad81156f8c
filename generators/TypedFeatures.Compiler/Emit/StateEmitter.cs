using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>Writes the state class of a view: what is kept per entity, and the features at an instant.</summary>
internal sealed class StateEmitter(SourceWriter writer, OnlineModel model, ViewNames names)
{
    /// <summary>Writes the class with its row and its windows.</summary>
    public void Emit()
    {
        writer.Gap();
        using (writer.Block($"private sealed class State(long watermark, {Names.Online}RowLog<Row> rows) : {Names.Online}FeatureState<{names.Key}, {names.Record}>(watermark)"))
        {
            EmitFields();
            EmitLatest();
            EmitAdd();
            EmitEvaluate();
            EmitEncode();
            EmitDecode();
        }

        new RowEmitter(writer, model).Emit();
        foreach (var window in model.Windows)
        {
            new WindowEmitter(writer, model).Emit(window);
        }
    }

    private void EmitFields()
    {
        if (model.RemembersWholePast)
        {
            writer.Line("private long? latestOfPast;");
        }

        if (model.WholePast is { } window)
        {
            writer.Line($"private {window.Type} totals;");
        }
    }

    private void EmitLatest()
    {
        writer.Gap();
        writer.Line(model.RemembersWholePast
            ? "public override long? LatestEventTime => rows.LatestEventTime is { } latest && !(latest < latestOfPast) ? latest : latestOfPast;"
            : "public override long? LatestEventTime => rows.LatestEventTime;");
    }

    private void EmitAdd()
    {
        writer.Gap();
        using var method = writer.Block($"public override void Add({Names.RowCursor} row)");
        writer.Line("var added = Row.FromFeed(row);");
        if (model.RemembersWholePast)
        {
            using (writer.Block("if (added.EventTime <= Watermark)"))
            {
                writer.Line("latestOfPast = latestOfPast > added.EventTime ? latestOfPast : added.EventTime;");
                if (model.WholePast is not null)
                {
                    writer.Line("totals.Add(in added);");
                }
            }

            writer.Gap();
        }

        var needed = model.Plan.Retention is { } retention ? $"Watermark - {CSharpText.Literal(retention)}" : "Watermark";
        using (writer.Block($"if (added.EventTime > {needed})"))
        {
            writer.Line("rows.Add(in added);");
        }
    }

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
            writer.Line($"found = !rows.Window(asOf - {CSharpText.Literal(model.Plan.LongestLookback!.Value)}, asOf).IsEmpty;");
            return;
        }

        writer.Line("var pending = rows.Window(Watermark, asOf);");
        writer.Line("found = latestOfPast is not null || !pending.IsEmpty;");
    }

    private void EmitWindow(WindowModel window)
    {
        writer.Gap();
        var rows = $"rows.Window(asOf - {CSharpText.Literal(window.Bounds.Length ?? 0)}, asOf)";
        if (window.Bounds.Length is null)
        {
            writer.Line($"var {window.Local} = pending.IsEmpty ? totals : totals.Copy();");
            rows = "pending";
        }
        else
        {
            writer.Line($"var {window.Local} = default({window.Type});");
        }

        using (writer.Block($"foreach (ref readonly var row in {rows})"))
        {
            writer.Line($"{window.Local}.Add(in row);");
        }
    }

    private void EmitEncode()
    {
        writer.Gap();
        using var method = writer.Block($"public override void Encode(ref {Names.StateWriter} writer)");
        if (model.RemembersWholePast)
        {
            writer.Line("writer.WriteBoolean(latestOfPast is not null);");
            using (writer.Block("if (latestOfPast is { } latest)"))
            {
                writer.Line("writer.WriteInstant(latest, Watermark);");
            }

            writer.Gap();
        }

        if (model.WholePast is not null)
        {
            writer.Line("totals.Write(ref writer);");
        }

        writer.Line("rows.Write(ref writer);");
    }

    private void EmitDecode()
    {
        writer.Gap();
        using var method = writer.Block($"public static State Decode(long watermark, ref {Names.StateReader} reader)");
        if (model.RemembersWholePast)
        {
            writer.Line("var latestOfPast = reader.ReadBoolean() ? reader.ReadInstant(watermark) : default(long?);");
        }

        if (model.WholePast is { } window)
        {
            writer.Line($"var totals = {window.Type}.Read(ref reader);");
        }

        writer.Line($"var rows = {Names.Online}RowLog<Row>.Read(ref reader);");
        writer.Line("reader.ExpectEnd();");
        string[] fields = [.. model.RemembersWholePast ? ["latestOfPast = latestOfPast"] : Array.Empty<string>(), .. model.WholePast is null ? Array.Empty<string>() : ["totals = totals"]];
        writer.Line($"return new State(watermark, rows){(fields.Length == 0 ? "" : $" {{ {string.Join(", ", fields)} }}")};");
    }

    private string FeatureText(Feature feature, string value)
    {
        if (!feature.Type.IsFloating)
        {
            return value;
        }

        var cast = feature.Type.Kind == feature.Value.Type.Kind ? value : $"({feature.Type.CSharp()})({value})";
        return feature.Type.IsNullable
            ? $"{Names.FeatureValue}.Finite({cast})"
            : $"{Names.FeatureValue}.Finite({cast}, {CSharpText.Literal(model.Plan.View.Name)}, {CSharpText.Literal(feature.Property)})";
    }

    private string Leaf(Scalar node) => node switch
    {
        AsOfInstant => "asOfTime",
        KeyOf key => names.KeyPart("key", key.Index),
        Aggregate aggregate => AggregateProperty(aggregate),
        _ => throw new InvalidOperationException($"A feature-level expression holds a {node.GetType().Name}."),
    };

    private string AggregateProperty(Aggregate aggregate)
    {
        var window = model.Windows.First(w => w.Bounds == aggregate.Window);
        return $"{window.Local}.{CSharpText.Identifier(window.Aggregates.First(a => a.Aggregate == aggregate).Property)}";
    }
}
