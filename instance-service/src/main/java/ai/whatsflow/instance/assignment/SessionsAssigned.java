package ai.whatsflow.instance.assignment;

/** Nodes have got sessions to start or to stop; published in the transaction that decided it. */
public record SessionsAssigned() {}
