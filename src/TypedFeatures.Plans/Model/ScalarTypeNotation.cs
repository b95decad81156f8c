using System.Globalization;

namespace TypedFeatures.Plans;

/// <summary>
/// Types as text that is read back: <c>Int64</c>, <c>Double?</c>, <c>Decimal(999999,2)</c> with the most units and the scale, <c>Vector(3)</c>, <c>List(String)</c>,
/// <c>Map(String,Int64)</c>, <c>Enum Shop.Status{Open=0,Closed=1}</c>, and <c>Int32:Shop.Flags</c> for an enum stored as its numbers.
/// </summary>
public static class ScalarTypeNotation
{
    private static readonly Dictionary<string, ScalarKind> Kinds = Enum.GetValues(typeof(ScalarKind)).Cast<ScalarKind>().ToDictionary(kind => kind.ToString());

    /// <summary>The text of a type.</summary>
    public static string Write(ScalarType type)
    {
        _ = type ?? throw new ArgumentNullException(nameof(type));
        return type.Kind switch
        {
            ScalarKind.Decimal => $"Decimal({Number(type.Limit)},{Number(type.Scale)})",
            ScalarKind.Vector => $"Vector({Number(type.Length)})",
            ScalarKind.List => $"List({Write(type.Element!)})",
            ScalarKind.Map => $"Map({Write(type.Key!)},{Write(type.Element!)})",
            ScalarKind.Enum => $"Enum {type.Enum!.Name}{{{string.Join(",", type.Enum.Members.Select(m => m.Name + "=" + Number(m.Value)))}}}",
            _ => type.Kind + (type.NumberOf is { } name ? ":" + name : ""),
        } + (type.IsNullable ? "?" : "");
    }

    /// <summary>The type of a text that <see cref="Write"/> made.</summary>
    /// <exception cref="FormatException">It is no such text.</exception>
    public static ScalarType Read(string text)
    {
        var reader = new Reader(text ?? throw new ArgumentNullException(nameof(text)));
        var type = reader.Type();
        return reader.IsAtEnd ? type : throw reader.Unexpected();
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed class Reader(string text)
    {
        private int at;

        public bool IsAtEnd => at == text.Length;

        public FormatException Unexpected() => new($"'{text}' is no type: see its character {at + 1}.");

        public ScalarType Type()
        {
            var type = Body(Kinds.TryGetValue(Word(), out var kind) ? kind : throw Unexpected());
            return TryTake('?') ? type.Nullable : type;
        }

        private ScalarType Body(ScalarKind kind)
        {
            switch (kind)
            {
                case ScalarKind.Decimal:
                    Take('(');
                    var limit = Integer();
                    Take(',');
                    return Closed(ScalarType.DecimalWithin(limit, (int)Integer()));
                case ScalarKind.Vector:
                    Take('(');
                    return Closed(ScalarType.VectorOf((int)Integer()));
                case ScalarKind.List:
                    Take('(');
                    return Closed(ScalarType.ListOf(Type()));
                case ScalarKind.Map:
                    Take('(');
                    var key = Type();
                    Take(',');
                    return Closed(ScalarType.MapOf(key, Type()));
                case ScalarKind.Enum:
                    Take(' ');
                    return new ScalarType(kind, Enum: new EnumType(Word(), Members()));
                default:
                    return TryTake(':') ? new ScalarType(kind) { NumberOf = Word() } : new ScalarType(kind);
            }
        }

        private EquatableArray<EnumMember> Members()
        {
            var members = new List<EnumMember>();
            Take('{');
            do
            {
                var name = Word();
                Take('=');
                members.Add(new EnumMember(name, Integer()));
            }
            while (TryTake(','));

            Take('}');
            return members.ToEquatableArray();
        }

        private ScalarType Closed(ScalarType type)
        {
            Take(')');
            return type;
        }

        private long Integer() => long.TryParse(Word(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : throw Unexpected();

        /// <summary>What stands up to the next mark: names of C# have none of them.</summary>
        private string Word()
        {
            var start = at;
            while (at < text.Length && "(){},=:? ".IndexOf(text[at]) < 0)
            {
                at++;
            }

            return at > start ? text.Substring(start, at - start) : throw Unexpected();
        }

        private bool TryTake(char mark)
        {
            if (at == text.Length || text[at] != mark)
            {
                return false;
            }

            at++;
            return true;
        }

        private void Take(char mark)
        {
            if (!TryTake(mark))
            {
                throw Unexpected();
            }
        }
    }
}
