package ai.whatsflow.instance.dispatch;

/** Lanes have got work; published in the transaction that stored it. */
public record MessagesQueued() {}
