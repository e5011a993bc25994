package ai.whatsflow.instance.nodeevent;

/** A node has reported something; published in the transaction that took it over. */
public record NodeReported() {}
