export { connectToOne, isCluster, mastersOf, openRedis, type RedisClient } from "./open-redis.ts";
export { type ClusterWays, type ConnectionOptions, type RedisTarget, redisTarget } from "./redis-target.ts";
