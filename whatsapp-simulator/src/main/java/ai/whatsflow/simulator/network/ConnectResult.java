package ai.whatsflow.simulator.network;

public sealed interface ConnectResult {

    record Connected(PhoneNumber phone, long lastMessageKey) implements ConnectResult {}

    record Refused(Refusal reason) implements ConnectResult {}
}
