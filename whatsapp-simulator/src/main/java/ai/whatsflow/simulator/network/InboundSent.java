package ai.whatsflow.simulator.network;

/** @param devices linked devices of the recipient that will hear it */
public record InboundSent(String whatsappId, long devices) {}
