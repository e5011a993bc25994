package ai.whatsflow.instance.node.http;

import ai.whatsflow.instance.node.NodeCommands;
import ai.whatsflow.platform.security.ServiceTokens;
import java.net.http.HttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** Chooses HTTP as the way to nodes. */
@Configuration(proxyBeanMethods = false)
public class HttpNodeConfiguration {

    @Bean
    NodeCommands nodeCommands(HttpNodeProperties properties, ServiceTokens tokens, JsonMapper json) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.connectTimeout())
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(properties.readTimeout());
        RestClient http = RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters ->
                        converters.registerDefaults().withJsonConverter(new JacksonJsonHttpMessageConverter(json)))
                .build();
        return new HttpNodeCommands(http, tokens::current);
    }
}
