using TypedFeatures.Offline;

namespace TypedFeatures.Parity;

/// <summary>A state feed that is passed on with a fault.</summary>
public class FaultyCursor(RowCursor inner, Fault fault) : RowCursor
{
    protected Fault Fault { get; } = fault;

    public override ValueTask<bool> ReadAsync(CancellationToken cancellationToken = default) => inner.ReadAsync(cancellationToken);

    public override bool IsNull(int column) => inner.IsNull(column);

    public override bool GetBoolean(int column) => inner.GetBoolean(column);

    public override int GetInt32(int column) => inner.GetInt32(column);

    public override long GetInt64(int column) => inner.GetInt64(column);

    public override float GetSingle(int column) => inner.GetSingle(column);

    public override double GetDouble(int column) => inner.GetDouble(column);

    public override string GetString(int column) => inner.GetString(column);

    public override float[] GetVector(int column) => inner.GetVector(column);

    public override ValueTask DisposeAsync() => inner.DisposeAsync();
}

/// <summary>Loses every fifth row.</summary>
public sealed class LosingCursor(RowCursor inner, Fault fault) : FaultyCursor(inner, fault)
{
    private int row;

    public override async ValueTask<bool> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (++row % 5 == 0)
        {
            Fault.Happened = true;
            await base.ReadAsync(cancellationToken);
        }

        return await base.ReadAsync(cancellationToken);
    }
}

/// <summary>Says every fifth row twice.</summary>
public sealed class RepeatingCursor(RowCursor inner, Fault fault) : FaultyCursor(inner, fault)
{
    private int row;

    public override ValueTask<bool> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (++row % 5 != 0)
        {
            return base.ReadAsync(cancellationToken);
        }

        Fault.Happened = true;
        return ValueTask.FromResult(true);
    }
}

/// <summary>Swaps two columns of one type.</summary>
public sealed class SwappingCursor(RowCursor inner, Fault fault, int first, int second) : FaultyCursor(inner, fault)
{
    public override bool IsNull(int column) => base.IsNull(Swap(column));

    public override bool GetBoolean(int column) => base.GetBoolean(Swap(column));

    public override int GetInt32(int column) => base.GetInt32(Swap(column));

    public override long GetInt64(int column) => base.GetInt64(Swap(column));

    public override double GetDouble(int column) => base.GetDouble(Swap(column));

    public override string GetString(int column) => base.GetString(Swap(column));

    private int Swap(int column)
    {
        Fault.Happened |= column == first;
        return column == first ? second : column == second ? first : column;
    }
}

/// <summary>Moves one column of instants by a microsecond.</summary>
public sealed class ShiftingCursor(RowCursor inner, Fault fault, int shifted) : FaultyCursor(inner, fault)
{
    public override long GetInt64(int column)
    {
        Fault.Happened |= column == shifted;
        return base.GetInt64(column) + (column == shifted ? 1 : 0);
    }
}

/// <summary>Gives null for one column.</summary>
public sealed class ForgettingCursor(RowCursor inner, int forgotten) : FaultyCursor(inner, new Fault("forgotten"))
{
    public override bool IsNull(int column) => column == forgotten || base.IsNull(column);
}
