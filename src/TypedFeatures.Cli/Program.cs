using TypedFeatures.Cli;

return await FeaturesCommand.RunAsync(args, Console.Out, Console.Error);
