package ai.whatsflow.billing.payment.payhere;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * PayHere's hashes: upper-case MD5 over the fields and the upper-case MD5 of the secret. It is what the provider
 * offers; that it is weak is one more reason to settle by its retrieval answer only.
 *
 * @see <a href="https://support.payhere.lk/api-&-mobile-sdk/checkout-api">Checkout API</a>
 */
final class PayHereSignature {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final String merchantId;
    private final String secretHash;

    PayHereSignature(String merchantId, String merchantSecret) {
        this.merchantId = merchantId;
        this.secretHash = md5(merchantSecret);
    }

    String ofCheckout(String orderId, String amount, String currency) {
        return md5(merchantId + orderId + amount + currency + secretHash);
    }

    /** Whether a notification's {@code md5sig} is right; takes as long for a wrong one as for a right one. */
    boolean isAuthentic(String orderId, String amount, String currency, String statusCode, String md5sig) {
        String expected = md5(merchantId + orderId + amount + currency + statusCode + secretHash);
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), md5sig.getBytes(StandardCharsets.UTF_8));
    }

    static String md5(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            return HEX.formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
