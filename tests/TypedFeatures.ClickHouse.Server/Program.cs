using System.Diagnostics;
using TypedFeatures.ClickHouse.Server;

// Usage: TypedFeatures.ClickHouse.Server FOLDER [USER PASSWORD]. Prints "listening PORT" once it is; ends when its standard input does, so that it never
// outlives whoever started it.
ChdbLibrary.Load();
using var database = new ChdbDatabase(args[0]);
using var endpoint = HttpEndpoint.Start(database, args.Length > 2 ? new(args[1], args[2]) : null);
Console.WriteLine($"listening {endpoint.Port}");
while (Console.In.Read() >= 0)
{
}

// Closing waits for queries, leaving runs the engine's own destructors, which do not come to an end; and there is nothing to keep.
try
{
    Directory.Delete(args[0], recursive: true);
}
catch (IOException)
{
    // Whoever started it may do so at the same moment.
}

Process.GetCurrentProcess().Kill();
