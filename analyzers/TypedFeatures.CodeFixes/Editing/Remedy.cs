namespace TypedFeatures.CodeFixes.Editing;

/// <summary>One way to mend a finding.</summary>
/// <param name="title">What the editor offers: an imperative, without a full stop.</param>
/// <param name="key">What tells it from the other remedies of its rule, so that all findings can be mended in the same way; never shown and never changed.</param>
/// <param name="apply">What it does to the document of the finding.</param>
internal sealed class Remedy(string title, string key, Action<DocumentEdit> apply)
{
    public string Title { get; } = title;

    public string Key { get; } = key;

    public Action<DocumentEdit> Apply { get; } = apply;
}
