using System.CommandLine;
using System.CommandLine.Parsing;
using Commerce.Data;

namespace Commerce;

/// <summary>The command line.</summary>
internal static class CommerceCommand
{
    private static readonly ShopSize Default = new();

    private static readonly Option<string> Engine = new("--engine")
    {
        Description = "Where history is kept: duckdb, postgres or sqlite.",
        DefaultValueFactory = _ => "duckdb",
    };

    private static readonly Option<string> Connection = new("--connection")
    {
        Description = "Where PostgreSQL is; every run makes a schema of its own there, which stays.",
        DefaultValueFactory = _ => "Host=127.0.0.1;Username=postgres",
    };

    private static readonly Option<string> Online = new("--online")
    {
        Description = "Where online states are kept: memory, sqlite or redis://host:port.",
        DefaultValueFactory = _ => "memory",
    };

    private static readonly Option<int> Users = Count("--users", "How many users the shop has.", Default.Users);

    private static readonly Option<int> Purchases = Count("--purchases", "How many purchases they make in 180 days.", (int)Default.Purchases);

    private static readonly Option<int> Labels = Count("--labels", "How many labelled moments the training sets have.", Default.Labels);

    private static readonly Option<ulong> Seed = new("--seed")
    {
        Description = "Another seed makes another shop.",
        DefaultValueFactory = _ => Default.Seed,
    };

    private static readonly Option<string?> Out = new("--out")
    {
        Description = "A folder to keep the lake and the training sets in; without it they are removed at the end.",
    };

    /// <summary>Runs the sample; everything goes to <paramref name="output"/>.</summary>
    /// <returns>0, or 1 where a value differs or something failed.</returns>
    public static Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output)
    {
        var root = new RootCommand("One LINQ definition, trained and served, and checked value by value: reference, SQL and online agree.")
        {
            Engine, Connection, Online, Users, Purchases, Labels, Seed, Out,
        };
        root.SetAction((parsed, cancellationToken) => new CommerceRun(Read(parsed), output).RunAsync(cancellationToken));
        return root.Parse(args).InvokeAsync(new InvocationConfiguration { Output = output, Error = output });
    }

    static CommerceCommand()
    {
        Engine.AcceptOnlyFromAmong("duckdb", "postgres", "sqlite");
        Online.Validators.Add(CheckOnline);
    }

    private static CommerceOptions Read(ParseResult parsed) => new()
    {
        Engine = parsed.GetValue(Engine) switch
        {
            "sqlite" => OfflineChoice.Sqlite,
            "postgres" => OfflineChoice.Postgres,
            _ => OfflineChoice.DuckDb,
        },
        Connection = parsed.GetValue(Connection)!,
        Online = parsed.GetValue(Online)!,
        Out = parsed.GetValue(Out),
        Size = new ShopSize
        {
            Users = parsed.GetValue(Users),
            Purchases = parsed.GetValue(Purchases),
            Labels = parsed.GetValue(Labels),
            Seed = parsed.GetValue(Seed),
        },
    };

    private static Option<int> Count(string name, string description, int standard)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => standard };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError($"{name} must be at least 1.");
            }
        });
        return option;
    }

    private static void CheckOnline(OptionResult result)
    {
        var value = result.GetValueOrDefault<string>();
        var isRedis = Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri is { Scheme: "redis", Host.Length: > 0 };
        if (!isRedis && value is not ("memory" or "sqlite"))
        {
            result.AddError("--online must be memory, sqlite or redis://host:port.");
        }
    }
}
