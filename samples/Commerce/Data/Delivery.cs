namespace Commerce.Data;

/// <summary>A row of the purchase stream as its place in it: eight bytes stand for the whole row, which <see cref="PurchaseStream"/> makes again on demand.</summary>
/// <param name="Position">Twice the index of a purchase, plus one where an earlier purchase is delivered again after it.</param>
internal readonly record struct Delivery(long Position)
{
    public Delivery(long index, bool isAgain)
        : this((index * 2) + (isAgain ? 1 : 0))
    {
    }

    public long Index => Position >> 1;

    /// <summary>Whether this row repeats an earlier purchase, as it was or as a newer version.</summary>
    public bool IsAgain => (Position & 1) == 1;
}
