namespace Commerce.Domain;

public enum OrderStatus
{
    Pending,
    Completed,
    Refunded,
}
