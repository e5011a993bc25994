package ai.whatsflow.local.fault;

/**
 * One way from a part to another that leads through the proxy.
 *
 * @param name {@code from>to}
 * @param followedBy the part whose environment is changed; every part for {@code *}
 * @param instead the port that part would name otherwise
 * @param port where the proxy listens
 * @param target where the proxy leads
 */
public record FaultLink(String name, String followedBy, int instead, int port, int target) {

    boolean concerns(String part) {
        return followedBy.equals("*") || followedBy.equals(part);
    }
}
