// dcmjs-dimse as a peer: `node peer.js ACTION JSON` asks an archive or receives from it, and ends by itself.
//
// ACTION send, find, move, get: {port, calling, called, ...}; one JSON document on standard output: what was answered,
// how the association ended, what dcmjs complained of. send: {files, contexts}; "unfit" are the files that dcmjs cannot
// read or write. find: {queries}, keys of a study each. move: {studies, to}. get: {studies, contexts, folder}.
// contexts: pairs of SOP class and transfer syntax, proposed beside those that dcmjs proposes by itself.
// ACTION serve: {port, folder}; the line "ready", then it receives until it is ended, and says how each caller leaves.
// What is received is written as it came on the wire, and not read by dcmjs: FOLDER/SYNTAX_INSTANCE.

'use strict';

const { createHash } = require('crypto');
const { writeFileSync } = require('fs');
const path = require('path');

const LIFETIME_MS = 120000;
const HOST = '127.0.0.1';
const INSTALLED = path.resolve(__dirname, '../../../.venv/dcmjs/node_modules/dcmjs-dimse');

const { Client, Dataset, Scp, Server, association, constants, log, requests, responses } = require(INSTALLED);
const { PresentationContextResult, Status } = constants;
const { CEchoRequest, CFindRequest, CGetRequest, CMoveRequest, CStoreRequest } = requests;

const complaints = [];
log.methodFactory = () => (...said) => complaints.push(said.join(' '));
log.setLevel('error', false);

// Takes a dataset as it comes. dcmjs's own stream waits for room now and then, and a waiting receiver mixes up PDUs.
class Arriving {
  constructor(folder, context, request) {
    const name = `${context.getAcceptedTransferSyntaxUid()}_${request.getAffectedSopInstanceUid()}`;
    this.path = path.join(folder, name);
    this.fragments = [];
  }

  write(fragment) {
    this.fragments.push(fragment);
    return true;
  }

  end() {
    writeFileSync(this.path, Buffer.concat(this.fragments));
  }

  once() {}
}

function stored(request, answer) {
  const response = responses.CStoreResponse.fromRequest(request);
  response.setStatus(Status.Success);
  answer(response);
}

// Opens an association, asks all at once, and says how that went.
function ask(options, all, prepare = () => {}) {
  const client = new Client();
  const outcome = { answers: [], ending: 'closed' };
  all.forEach((request) => {
    request.on('response', (response) => outcome.answers.push(answerOf(request, response)));
    client.addRequest(request);
  });
  client.on('associationRejected', () => (outcome.ending = 'rejected'));
  client.on('associationReleased', () => (outcome.ending = 'released'));
  client.on('networkError', (error) => complaints.push(error.message));
  client.on('closed', () => {
    process.stdout.write(JSON.stringify({ ...outcome, complaints }), () => process.exit(0));
  });
  prepare(client, outcome);
  client.send(HOST, options.port, options.calling, options.called, { pduTimeout: 30000 });
  client.network.socket.setNoDelay(true); // as for the other peers: without it each dataset waits 40 ms
  return client;
}

function answerOf(request, response) {
  const counted = response.getCompleted ? { completed: response.getCompleted(), failed: response.getFailures() } : {};
  return {
    status: response.getStatus(),
    instance: request.getAffectedSopInstanceUid ? request.getAffectedSopInstanceUid() : undefined,
    elements: response.hasDataset() ? response.getDataset().getElements() : undefined,
    ...counted,
  };
}

// Tried as a whole before: a value that dcmjs will not write would end its association.
function storeOf(file, unfit) {
  try {
    const dataset = Dataset.fromFile(file);
    dataset.getDenaturalizedDataset();
    if (dataset.getElement('SOPClassUID') && dataset.getElement('SOPInstanceUID')) {
      return new CStoreRequest(dataset);
    }
    complaints.push(`${file}: says of which class it is nowhere`);
  } catch (error) {
    complaints.push(`${file}: ${error.message}`);
  }
  unfit.push(file);
  return undefined;
}

// From here on each dataset is encoded once, for the wire: syntax and digest by SOP Instance UID.
function noteWhatIsSent() {
  const sent = {};
  const encode = Dataset.prototype.getDenaturalizedDataset;
  Dataset.prototype.getDenaturalizedDataset = function (...how) {
    const content = encode.apply(this, how);
    const digest = createHash('sha256').update(content).digest('hex');
    sent[this.getElement('SOPInstanceUID')] = { syntax: this.getTransferSyntaxUid(), digest };
    return content;
  };
  return sent;
}

function propose(client, contexts) {
  contexts.forEach(([sopClass, syntax]) => {
    const context = new association.PresentationContext(0, sopClass);
    context.addTransferSyntaxUid(syntax);
    client.addAdditionalPresentationContext(context, true);
  });
}

const actions = {
  send(options) {
    const unfit = [];
    const stores = options.files.map((file) => storeOf(file, unfit)).filter((store) => store);
    const sent = noteWhatIsSent();
    ask(options, [new CEchoRequest(), ...stores], (client, outcome) => {
      propose(client, options.contexts);
      Object.assign(outcome, { sent, unfit });
    });
  },

  find(options) {
    ask(options, options.queries.map((keys) => CFindRequest.createStudyFindRequest(keys)));
  },

  move(options) {
    ask(options, options.studies.map((uid) => CMoveRequest.createStudyMoveRequest(options.to, uid)));
  },

  get(options) {
    const client = ask(options, options.studies.map((uid) => CGetRequest.createStudyGetRequest(uid)), (client) => {
      propose(client, options.contexts);
      client.on('cStoreRequest', stored);
    });
    client.network.createStoreWritableStream = (context, request) => new Arriving(options.folder, context, request);
    client.network.createDatasetFromStoreWritableStream = (stream, context, done) => done(undefined);
  },

  serve(options) {
    const server = new Server(receiverInto(options.folder));
    server.on('listening', () => process.stdout.write('ready\n'));
    server.on('networkError', (error) => process.stdout.write(`${error.message}\n`));
    server.listen({ host: HOST, port: options.port }); // handed on to Node: a bare port would be open to every network
  },
};

function receiverInto(folder) {
  return class extends Scp {
    associationRequested(proposed) {
      this.socket.setNoDelay(true);
      proposed.getPresentationContexts().forEach(({ id }) => {
        const context = proposed.getPresentationContext(id);
        context.setResult(PresentationContextResult.Accept, context.getTransferSyntaxUids()[0]);
      });
      this.sendAssociationAccept();
    }

    createStoreWritableStream(context, request) {
      return new Arriving(folder, context, request);
    }

    createDatasetFromStoreWritableStream(stream, context, done) {
      done(undefined);
    }

    cEchoRequest(request, answer) {
      const response = responses.CEchoResponse.fromRequest(request);
      response.setStatus(Status.Success);
      answer(response);
    }

    cStoreRequest(request, answer) {
      stored(request, answer);
    }

    associationReleaseRequested() {
      process.stdout.write('released\n');
      this.sendAssociationReleaseResponse();
    }

    abort() {
      process.stdout.write('aborted\n');
    }
  };
}

// Node would print the whole line in which it happened, which is the whole of dcmjs-dimse.
process.on('uncaughtException', (error) => {
  process.stderr.write(`${error.stack}\n`, () => process.exit(1));
});
setTimeout(() => process.exit(1), LIFETIME_MS).unref();
const [action, options] = process.argv.slice(2);
actions[action](JSON.parse(options));
