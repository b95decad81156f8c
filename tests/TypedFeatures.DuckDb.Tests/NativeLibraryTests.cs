using TypedFeatures.DuckDb.Native;

namespace TypedFeatures.DuckDb.Tests;

public sealed class NativeLibraryTests
{
    [Fact]
    public void AConfiguredPath_WithoutAFile_IsAReasonThatNamesPathAndVariable()
    {
        var loaded = LoadedLibrary.Load("/no/such/libduckdb.so", AppContext.BaseDirectory);

        loaded.Handle.ShouldBe(0);
        loaded.Reason.ShouldNotBeNull();
        loaded.Reason.ShouldContain("/no/such/libduckdb.so");
        loaded.Reason.ShouldContain("TYPEDFEATURES_DUCKDB_LIBRARY");
        loaded.Reason.ShouldContain("there is no such file");
    }

    [Fact]
    public void AConfiguredFile_ThatIsNoLibrary_IsAReason()
    {
        var loaded = LoadedLibrary.Load(typeof(NativeLibraryTests).Assembly.Location, AppContext.BaseDirectory);

        loaded.Handle.ShouldBe(0);
        loaded.Reason.ShouldNotBeNull();
        loaded.Reason.ShouldContain("no library for this platform");
    }

    [DuckDbFact]
    public void TheLibraryOfTheBuild_IsBesideTheTests()
    {
        LoadedLibrary.Load(null, AppContext.BaseDirectory).Version.ShouldBe(DuckDbNative.Version);
        DuckDbNative.UnavailableReason.ShouldBeNull();
    }

    [DuckDbFact]
    public void AFolderThatDuckDbWouldTakeForAPattern_IsRefused() =>
        Should.Throw<ArgumentException>(() => DuckDbOfflineEngine.Open(new() { LakeFolder = "lake*" })).Message.ShouldContain("pattern");
}
