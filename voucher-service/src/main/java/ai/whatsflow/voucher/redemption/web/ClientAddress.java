package ai.whatsflow.voucher.redemption.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The address the gateway saw. It appends it to {@code X-Forwarded-For}, so only the last entry is its own word. */
final class ClientAddress {
    private static final int LONGEST = 45;

    private ClientAddress() {}

    static Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("X-Forwarded-For"))
                .map(addresses ->
                        addresses.substring(addresses.lastIndexOf(',') + 1).strip())
                .filter(address -> !address.isEmpty() && address.length() <= LONGEST);
    }
}
