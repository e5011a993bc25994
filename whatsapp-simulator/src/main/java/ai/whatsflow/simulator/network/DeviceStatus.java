package ai.whatsflow.simulator.network;

public enum DeviceStatus {
    LINKED,
    LOGGED_OUT,
    BANNED
}
