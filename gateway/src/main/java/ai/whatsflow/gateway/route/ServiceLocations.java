package ai.whatsflow.gateway.route;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where each service is, {@code whatsflow.services.<name>.url}. A missing one stops the start with its name. */
@ConfigurationProperties("whatsflow")
public record ServiceLocations(Map<ServiceName, Location> services) {

    public record Location(URI url) {}

    public ServiceLocations {
        services = new EnumMap<>(services);
        for (ServiceName name : ServiceName.values()) {
            if (services.get(name) == null) {
                throw new IllegalArgumentException("whatsflow.services." + name.label() + ".url is not set");
            }
        }
    }

    /** The base URL without a trailing slash. */
    public String baseUrl(ServiceName name) {
        Location location = services.get(name);
        if (location == null) {
            throw new IllegalStateException("No location of " + name.label());
        }
        String url = location.url().toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
