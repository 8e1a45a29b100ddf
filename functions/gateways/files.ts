import { createHash } from 'node:crypto';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { type FoundFile, LARGEST_FILE } from '../../domain/files/attachment.ts';
import { asDownload } from '../../domain/files/file-name.ts';
import { type DocumentKind, documentKey, documentTypes } from '../../domain/files/keys.ts';
import { BEGINNING, isPdf } from '../../domain/files/pdf.ts';
import { SCAN_TAG, verdictOf } from '../../domain/files/scan-status.ts';
import type { LocalParts } from '../runtime/local-parts.ts';

/** What a browser sends a file with: a form of these fields in this order, and last the field `file`. */
export interface UploadForm {
  url: string;
  fields: Record<string, string>;
}

/** The bucket. Keys are those of domain/files/keys.ts. */
export interface Files {
  /**
   * Lets a browser put one file of at most LARGEST_FILE bytes at this key, for a quarter of an hour.
   * @param type what it is stored as; a PDF unless told otherwise
   */
  uploadForm(key: string, type?: string): Promise<UploadForm>;
  /** What lies there, by its content and the virus check, whatever was said of it before. */
  look(key: string): Promise<FoundFile | undefined>;
  read(key: string): Promise<Uint8Array | undefined>;
  /**
   * A link under which a browser saves what lies there, for a minute.
   * @param etag the content that was looked at: what was put in its place since is not given out
   * @returns undefined when it is not there (any more)
   */
  link(key: string, download: { name: string; etag?: string }): Promise<string | undefined>;
  /** Puts a rendered document of a submission under its own hash (SHA-256, hex); putting it again changes nothing. */
  put(
    content: Uint8Array,
    of: { submission: string; kind: DocumentKind },
  ): Promise<{ key: string; sha256: string }>;
  remove(key: string): Promise<void>;
}

/** Seconds. */
const UPLOAD_WITHIN = 15 * 60;
const BEGIN_DOWNLOAD_WITHIN = 60;

const NOT_THERE = ['NoSuchKey', 'NoSuchVersion', 'NotFound'];

const named = (error: unknown, ...names: string[]) => error instanceof Error && names.includes(error.name);

/** What lies there, or undefined when nothing does. */
const ifThere = async <T>(asked: Promise<T>): Promise<T | undefined> => {
  try {
    return await asked;
  } catch (error) {
    if (named(error, ...NOT_THERE)) return undefined;
    throw error;
  }
};

/** S3 quotes an etag in some answers and not in others. */
const plain = (etag = ''): string => etag.replaceAll('"', '');

const KINDS = Object.keys(documentTypes) as DocumentKind[];
/** An attachment's key has no ending, and is a PDF. */
const kindOf = (key: string): DocumentKind => KINDS.find((kind) => key.endsWith(`.${kind}`)) ?? 'pdf';

export const createFiles = (
  env: { FILES_BUCKET: string; FILES_URL?: string | undefined },
  local: LocalParts = {},
): Files => {
  const Bucket = env.FILES_BUCKET;
  const config = { ...(local.credentials && { credentials: local.credentials }) };
  const s3 = new S3Client(config);
  const forBrowsers = env.FILES_URL ? new S3Client({ ...config, endpoint: env.FILES_URL }) : s3;

  const beginningOf = async (Key: string) => {
    try {
      const command = new GetObjectCommand({ Bucket, Key, Range: `bytes=0-${BEGINNING - 1}` });
      return await ifThere(s3.send(command));
    } catch (error) {
      // It is there and empty: it has no first byte.
      if (named(error, 'InvalidRange')) return undefined;
      throw error;
    }
  };

  return {
    uploadForm: (Key, type = documentTypes.pdf) =>
      createPresignedPost(forBrowsers, {
        Bucket,
        Key,
        Fields: { 'Content-Type': type },
        Conditions: [['content-length-range', 1, LARGEST_FILE]],
        Expires: UPLOAD_WITHIN,
      }),
    async look(Key) {
      const found = await beginningOf(Key);
      if (!found?.Body) return undefined;
      const beginning = await found.Body.transformToByteArray();
      const VersionId = found.VersionId;
      // Another look may throw it away meanwhile, refused by the virus check say.
      const tags = await ifThere(s3.send(new GetObjectTaggingCommand({ Bucket, Key, VersionId })));
      if (!tags) return undefined;
      const status = tags.TagSet?.find((tag) => tag.Key === SCAN_TAG)?.Value;
      return {
        // `bytes 0-7/48213`: of what was asked, the whole.
        size: Number(found.ContentRange?.split('/')[1]),
        etag: plain(found.ETag),
        isPdf: isPdf(beginning),
        verdict: status === undefined ? undefined : verdictOf(status),
      };
    },
    async read(Key) {
      const found = await ifThere(s3.send(new GetObjectCommand({ Bucket, Key })));
      return found?.Body?.transformToByteArray();
    },
    async link(Key, { name, etag }) {
      const found = await ifThere(s3.send(new HeadObjectCommand({ Bucket, Key })));
      if (!found || (etag !== undefined && plain(found.ETag) !== etag)) return undefined;
      const command = new GetObjectCommand({
        Bucket,
        Key,
        // Of this content, even if another is put in its place while the link lives.
        VersionId: found.VersionId,
        ResponseContentType: documentTypes[kindOf(Key)],
        ResponseContentDisposition: asDownload(name),
      });
      return getSignedUrl(forBrowsers, command, { expiresIn: BEGIN_DOWNLOAD_WITHIN });
    },
    async put(content, { submission, kind }) {
      const hash = createHash('sha256').update(content).digest();
      const sha256 = hash.toString('hex');
      const key = documentKey(submission, sha256, kind);
      // Its name is its content: what is there is the same, and another version of it would only be kept.
      if (await ifThere(s3.send(new HeadObjectCommand({ Bucket, Key: key })))) return { key, sha256 };
      await s3.send(
        new PutObjectCommand({
          Bucket,
          Key: key,
          Body: content,
          ContentType: documentTypes[kind],
          ChecksumSHA256: hash.toString('base64'),
        }),
      );
      return { key, sha256 };
    },
    async remove(Key) {
      await s3.send(new DeleteObjectCommand({ Bucket, Key }));
    },
  };
};
