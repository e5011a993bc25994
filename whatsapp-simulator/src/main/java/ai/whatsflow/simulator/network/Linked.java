package ai.whatsflow.simulator.network;

/** A fresh device and its credentials; the secret is told once. */
public record Linked(String deviceId, String secret, PhoneNumber phone) {

    @Override
    public String toString() {
        return "Linked[" + deviceId + "]";
    }
}
