package ai.whatsflow.node.engine.simulated;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a simulated device must not forget. Message keys are taken in blocks: a block is saved before its first key is
 * used, and a resumed device starts above the last block, so no key is used twice whatever dies when.
 *
 * @param keysReservedThrough highest message key that may have been used
 * @param loggedOut why the link ended; the credentials stay, because such an answer has been wrong before
 */
record DeviceState(
        int format,
        String deviceId,
        String secret,
        String phone,
        long keysReservedThrough,
        @Nullable String loggedOut) {

    static final long BLOCK = 1_000;
    private static final int FORMAT = 1;

    static DeviceState linked(String deviceId, String secret, String phone) {
        return new DeviceState(FORMAT, deviceId, secret, phone, BLOCK, null);
    }

    static DeviceState read(byte[] bytes) {
        return JsonMapper.shared().readValue(bytes, DeviceState.class);
    }

    byte[] bytes() {
        return JsonMapper.shared().writeValueAsBytes(this);
    }

    /** One more block, above all keys used so far, also by whoever held the device before. */
    DeviceState withBlockAbove(long lastKey) {
        return new DeviceState(
                format, deviceId, secret, phone, Math.max(keysReservedThrough, lastKey) + BLOCK, loggedOut);
    }

    DeviceState loggedOutBecause(String reason) {
        return new DeviceState(format, deviceId, secret, phone, keysReservedThrough, reason);
    }

    @Override
    public String toString() {
        return "DeviceState[" + deviceId + "]";
    }
}
