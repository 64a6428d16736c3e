package org.gomall.web.upload;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Pictures in a bucket of a store that speaks S3, such as MinIO. The bucket is made when it is missing. */
@Component
@ConditionalOnProperty(name = "gomall.pictures.store", havingValue = "s3")
class S3PictureStore implements PictureStore {

    private static final Logger LOG = LoggerFactory.getLogger(S3PictureStore.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final MinioClient client;
    private final String bucket;
    private volatile boolean bucketIsThere;

    S3PictureStore(
            @Value("${gomall.pictures.s3.endpoint}") String endpoint,
            @Value("${gomall.pictures.s3.region}") String region,
            @Value("${gomall.pictures.s3.bucket}") String bucket,
            @Value("${gomall.pictures.s3.access-key}") String accessKey,
            @Value("${gomall.pictures.s3.secret-key}") String secretKey) {
        this.bucket = bucket;
        this.client = MinioClient.builder()
                .endpoint(endpoint)
                .region(region)
                .credentials(accessKey, secretKey)
                .build();
        client.setTimeout(PATIENCE.toMillis(), PATIENCE.toMillis(), PATIENCE.toMillis());
        LOG.info("uploaded pictures lie in bucket {} of {}", bucket, endpoint);
    }

    @Override
    public void put(String uploadId, byte[] picture) throws IOException {
        asked(() -> {
            makeBucket();
            return client.putObject(
                    PutObjectArgs.builder()
                            .bucket(bucket)
                            .object(uploadId)
                            .contentType("application/octet-stream")
                            .stream(new ByteArrayInputStream(picture), picture.length, -1)
                            .build());
        });
    }

    @Override
    public Optional<byte[]> get(String uploadId) throws IOException {
        return asked(() -> {
            try (InputStream picture = client.getObject(
                    GetObjectArgs.builder().bucket(bucket).object(uploadId).build())) {
                return Optional.of(picture.readAllBytes());
            } catch (ErrorResponseException e) {
                if (e.response().code() == 404) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    @Override
    public void remove(String uploadId) throws IOException {
        asked(() -> {
            client.removeObject(
                    RemoveObjectArgs.builder().bucket(bucket).object(uploadId).build());
            return null;
        });
    }

    private void makeBucket() throws MinioException, GeneralSecurityException, IOException {
        if (!bucketIsThere) {
            if (!client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
                client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
            }
            bucketIsThere = true;
        }
    }

    private static <T> T asked(Question<T> question) throws IOException {
        try {
            return question.ask();
        } catch (MinioException | GeneralSecurityException e) {
            throw new IOException("the picture store refuses", e);
        }
    }

    /** A call of the client, which declares more kinds of exceptions than anybody can tell apart. */
    private interface Question<T> {
        T ask() throws MinioException, GeneralSecurityException, IOException;
    }
}
