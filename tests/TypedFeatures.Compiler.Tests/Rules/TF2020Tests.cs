using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2020Tests
{
    [Theory]
    [InlineData("[|o.Quantity switch { 1 => 2, 2 => 3 }|]")]
    [InlineData("[|o.Quantity switch { > 0 => 2, <= 0 when o.IsGift => 3 }|]")]
    [InlineData("[|o.Status switch { OrderStatus.Pending => 1, OrderStatus.Refunded => 2 }|]")]
    [InlineData("[|o.Previous switch { OrderStatus.Pending => 1, OrderStatus.Refunded => 2, OrderStatus.Completed => 3 }|]")]
    [InlineData("[|o.Email switch { \"a\" => 1, not null => 2 }|]")]
    [InlineData("[|o.Amount switch { > 0 => 2, <= 0 => 3 }|]")]
    [InlineData("[|(o.Email, o.IsGift) switch { ({ }, true) => 1, ({ }, false) => 2 }|]")]
    public Task SwitchWithoutAnArmForEveryValue_IsAnError(string value) =>
        RuleTest.ReportsAsync(RulesOf.NonExhaustiveSwitch, TestView.Row("int?", value));

    [Theory]
    [InlineData("o.Quantity switch { 1 => 2, _ => 3 }")]
    [InlineData("o.Quantity switch { > 0 => 2, <= 0 => 3 }")]
    [InlineData("o.Quantity switch { 1 => 2, var other => other }")]
    [InlineData("o.Status switch { OrderStatus.Pending => 1, OrderStatus.Refunded => 2, OrderStatus.Completed => 3 }")]
    [InlineData("o.Status switch { OrderStatus.Pending => 1, not OrderStatus.Pending => 2 }")]
    [InlineData("o.Previous switch { OrderStatus.Pending => 1, OrderStatus.Refunded => 2, OrderStatus.Completed => 3, null => 4 }")]
    [InlineData("o.Email switch { \"a\" => 1, not null => 2, null => 3 }")]
    [InlineData("o.IsRush switch { true => 1, false => 2, null => 3 }")]
    [InlineData("(o.IsGift, o.Quantity) switch { (true, > 3) => 1, (false, _) => 2, _ => 3 }")]
    [InlineData("(o.IsGift, o.Quantity > 2) switch { (true, true) => 1, (true, false) => 2, (false, var many) => many ? 3 : 4 }")]
    public Task SwitchWithAnArmForEveryValue_IsAllowed(string value) => RuleTest.AllowsAsync(TestView.Row("int?", value));
}
