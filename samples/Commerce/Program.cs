using Commerce;

return await CommerceCommand.RunAsync(args, Console.Out);
