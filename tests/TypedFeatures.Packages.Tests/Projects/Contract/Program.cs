using TypedFeatures.Contracts;
using TypedFeatures.Plans.Contract;

// Releases what this very program defines, beside the project that it is run from.
File.WriteAllText(LockFile.FileName, LockUpdate.Release(AssemblyContracts.Read(typeof(Shop.Purchase).Assembly.Location)).Print());
