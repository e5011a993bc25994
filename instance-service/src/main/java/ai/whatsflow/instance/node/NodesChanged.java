package ai.whatsflow.instance.node;

/** Something about the nodes is different; published in the transaction that stored it. */
public record NodesChanged() {}
